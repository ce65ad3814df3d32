import type { Fault } from '../fault.js';
import { merge, remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { composed, htmlEscaped, misread, trimmed, unixLineEnds } from '../making/texts.js';
import { gemini, on } from '../making/where.js';

const here = on(gemini);
const texts = '$.candidates[*].content.parts[?@.text].text';

export const answerFaults: readonly Fault[] = [
  {
    id: 'gemini.role-of-chat',
    sentence: 'The content of a candidate has the role "assistant".',
    breaks: ['GEM-02'],
    deviate: answers(here, replace('$.candidates[*].content.role', 'assistant')),
  },
  {
    id: 'gemini.no-role',
    sentence: 'The content of a candidate has no role.',
    breaks: ['GEM-02'],
    deviate: answers(here, remove('$.candidates[*].content.role')),
  },
  {
    id: 'gemini.empty-text',
    sentence: 'The text of a candidate is lost.',
    breaks: ['GEM-02'],
    deviate: answers(here, replace(texts, '')),
  },
  {
    id: 'gemini.no-candidates',
    sentence: 'An answer has usage and no candidates.',
    breaks: ['GEM-02', 'GEM-49'],
    deviate: answers(here, replace('$.candidates', [])),
  },
  {
    id: 'gemini.content-as-text',
    sentence: 'The content of a candidate is a text.',
    breaks: ['GEM-02', 'GEM-43'],
    deviate: answers(here, replace('$.candidates[*].content', 'Hello!')),
  },
  {
    id: 'gemini.parts-as-object',
    sentence: 'The only part of a candidate stands in no list.',
    breaks: ['GEM-43'],
    deviate: answers(here, replace('$.candidates[*].content.parts', { text: 'Hello!' })),
  },
  {
    id: 'gemini.part-of-two-kinds',
    sentence: 'A part has a text and a functionCall.',
    breaks: ['GEM-43'],
    deviate: answers(here, merge('$.candidates[*].content.parts[0]', { functionCall: { name: 'none', args: {} } })),
  },
  {
    id: 'gemini.part-with-strange-text',
    sentence: 'The text of a part is a list of texts.',
    breaks: ['GEM-43'],
    deviate: answers(
      here,
      replace(texts, (text: unknown) => [text]),
    ),
  },
  {
    id: 'gemini.empty-part',
    sentence: 'An answer ends with a part that has nothing in it.',
    breaks: ['GEM-43'],
    deviate: answers(
      here,
      replace('$.candidates[*].content.parts', (parts: unknown) => (Array.isArray(parts) ? [...parts, {}] : parts)),
    ),
  },
  {
    id: 'gemini.empty-response-id',
    sentence: 'The responseId of an answer is empty.',
    breaks: ['GEM-40'],
    deviate: answers(here, replace('$.responseId', '')),
  },
  {
    id: 'gemini.one-response-id-for-all',
    sentence: 'All answers have the same responseId.',
    breaks: ['GEM-40'],
    deviate: answers(here, replace('$.responseId', 'response')),
  },
  {
    id: 'gemini.no-model-version',
    sentence: 'An answer has no modelVersion.',
    breaks: ['GEM-42'],
    deviate: answers(here, remove('$.modelVersion')),
  },
  {
    id: 'gemini.empty-model-version',
    sentence: 'The modelVersion of an answer is empty.',
    breaks: ['GEM-42'],
    deviate: answers(here, replace('$.modelVersion', '')),
  },
  {
    id: 'gemini.candidates-from-one',
    sentence: 'The candidates of an answer are numbered from 1.',
    breaks: ['GEM-49'],
    deviate: answers(here, replace('$.candidates[*].index', 1)),
  },
  {
    id: 'gemini.candidates-all-zero',
    sentence: 'A second candidate comes with the index of the first.',
    breaks: ['GEM-49'],
    deviate: answers(
      here,
      replace('$.candidates', (candidates: unknown) =>
        Array.isArray(candidates) ? [...candidates, ...candidates] : candidates,
      ),
    ),
  },
  {
    id: 'gemini.text-misread',
    sentence: 'The text of a candidate is taken for ISO 8859-1.',
    breaks: ['GEM-52'],
    deviate: answers(here, replace(texts, misread)),
  },
  {
    id: 'gemini.text-composed',
    sentence: 'The text of a candidate is brought into a normalization form.',
    breaks: ['GEM-52'],
    deviate: answers(here, replace(texts, composed)),
  },
  {
    id: 'gemini.text-escaped',
    sentence: 'The text of a candidate is escaped for HTML.',
    breaks: ['GEM-52'],
    deviate: answers(here, replace(texts, htmlEscaped)),
  },
  {
    id: 'gemini.line-ends-changed',
    sentence: 'The line ends of a text become line feeds.',
    breaks: ['GEM-52'],
    deviate: answers(here, replace(texts, unixLineEnds)),
  },
  {
    id: 'gemini.text-trimmed',
    sentence: 'The text of a candidate loses the white space at its ends.',
    breaks: ['GEM-52'],
    deviate: answers(here, replace(texts, trimmed)),
  },
];
