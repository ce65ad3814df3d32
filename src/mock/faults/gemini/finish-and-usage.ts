import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { editEvents, every } from '../making/streams.js';
import { gemini, on } from '../making/where.js';

const here = on(gemini);
const reasons = '$.candidates[*].finishReason';
const byOne = (count: unknown) => Number(count) + 1;

/** Another reason in the place of one. */
const insteadOf = (from: string, to: string) => replace(reasons, (reason: unknown) => (reason === from ? to : reason));

export const finishAndUsageFaults: readonly Fault[] = [
  {
    id: 'gemini.finish-reason-in-lower-case',
    sentence: 'The finishReason of a candidate is written in lower case.',
    breaks: ['GEM-03', 'GEM-04', 'GEM-33', 'GEM-47', 'GEM-48'],
    deviate: answers(
      here,
      replace(reasons, (reason: unknown) => String(reason).toLowerCase()),
    ),
  },
  {
    id: 'gemini.no-finish-reason',
    sentence: 'A candidate has no finishReason.',
    breaks: ['GEM-03'],
    deviate: answers(here, remove(reasons)),
  },
  {
    id: 'gemini.cut-answer-as-whole',
    sentence: 'A candidate that maxOutputTokens cut short says that it is whole.',
    breaks: ['GEM-04'],
    deviate: answers(here, insteadOf('MAX_TOKENS', 'STOP')),
  },
  {
    id: 'gemini.stream-cut-as-whole',
    sentence: 'A stream that maxOutputTokens cut short says that it is whole.',
    breaks: ['GEM-04'],
    deviate: editEvents(here, every, insteadOf('MAX_TOKENS', 'STOP')),
  },
  {
    id: 'gemini.whole-answer-as-cut',
    sentence: 'A candidate that is whole says that maxOutputTokens cut it short.',
    breaks: ['GEM-33', 'GEM-47', 'GEM-48'],
    deviate: answers(here, insteadOf('STOP', 'MAX_TOKENS')),
  },
  {
    id: 'gemini.limit-dropped',
    sentence: 'The maxOutputTokens of a request do not reach the model.',
    breaks: ['GEM-04', 'GEM-46', 'GEM-58'],
    deviate: forward(here, remove('$.generationConfig.maxOutputTokens')),
  },
  {
    id: 'gemini.limit-off-by-one',
    sentence: 'A model may write a token more than maxOutputTokens.',
    breaks: ['GEM-46', 'GEM-58'],
    deviate: forward(here, replace('$.generationConfig.maxOutputTokens', byOne)),
  },
  {
    id: 'gemini.no-usage',
    sentence: 'An answer has no usageMetadata.',
    breaks: ['GEM-05'],
    deviate: answers(here, remove('$.usageMetadata')),
  },
  {
    id: 'gemini.usage-as-text',
    sentence: 'The usage of an answer is counted in texts.',
    breaks: ['GEM-05'],
    deviate: answers(here, replace('$.usageMetadata.*', String)),
  },
  {
    id: 'gemini.no-prompt-count',
    sentence: 'The usage of an answer does not count the prompt.',
    breaks: ['GEM-05'],
    deviate: answers(here, remove('$.usageMetadata.promptTokenCount')),
  },
  {
    id: 'gemini.total-off-by-one',
    sentence: 'The totalTokenCount of an answer is one too many.',
    breaks: ['GEM-44'],
    deviate: answers(here, replace('$.usageMetadata.totalTokenCount', byOne)),
  },
  {
    id: 'gemini.prompt-for-free',
    sentence: 'The usage of an answer counts no tokens of the prompt.',
    breaks: ['GEM-45'],
    deviate: answers(here, replace('$.usageMetadata.promptTokenCount', 0)),
  },
  {
    id: 'gemini.candidates-for-free',
    sentence: 'The usage of an answer counts no tokens of the candidates.',
    breaks: ['GEM-45'],
    deviate: answers(here, replace('$.usageMetadata.candidatesTokenCount', 0)),
  },
  {
    id: 'gemini.candidates-not-counted',
    sentence: 'The usage of an answer leaves out the tokens of the candidates.',
    breaks: ['GEM-45'],
    deviate: answers(here, remove('$.usageMetadata.candidatesTokenCount')),
  },
];
