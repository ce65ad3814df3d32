import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { remove, replace } from '../making/edit.js';
import { withMember } from '../making/requests.js';
import { answers } from '../making/responses.js';
import { both, chat, on } from '../making/where.js';
import { countedAs } from './counts.js';

const here = on(chat);

const byOne = (count: unknown) => Number(count) + 1;

export const usageFaults: readonly Fault[] = [
  {
    id: 'chat.no-usage',
    sentence: 'A completion has no usage.',
    breaks: ['CHAT-14'],
    deviate: answers(here, remove('$.usage')),
  },
  {
    id: 'chat.usage-null',
    sentence: 'The usage of a completion is null.',
    breaks: ['CHAT-14'],
    deviate: answers(here, replace('$.usage', null)),
  },
  {
    id: 'chat.usage-as-text',
    sentence: 'The usage of a completion is counted in texts.',
    breaks: ['CHAT-14'],
    deviate: answers(here, replace('$.usage.*', String)),
  },
  {
    id: 'chat.usage-of-responses',
    sentence: 'The usage of a completion has the names of Responses.',
    breaks: ['CHAT-14', 'CHAT-15'],
    deviate: answers(here, replace('$.usage', { input_tokens: 7, output_tokens: 9, total_tokens: 16 })),
  },
  {
    id: 'chat.usage-without-total',
    sentence: 'The usage of a completion has no total.',
    breaks: ['CHAT-14', 'CHAT-15'],
    deviate: answers(here, remove('$.usage.total_tokens')),
  },
  {
    id: 'chat.usage-estimated',
    sentence: 'The usage of a completion is estimated in fractions of tokens.',
    breaks: ['CHAT-14'],
    deviate: answers(
      here,
      replace('$.usage.prompt_tokens', (count: unknown) => Number(count) + 0.25),
    ),
  },
  {
    id: 'chat.usage-unknown-as-minus-one',
    sentence: 'The usage of a completion counts -1 tokens.',
    breaks: ['CHAT-14', 'CHAT-42'],
    deviate: answers(here, replace('$.usage.completion_tokens', -1)),
  },
  {
    id: 'chat.total-off-by-one',
    sentence: 'The total of the usage is a token more than its parts.',
    breaks: ['CHAT-15'],
    deviate: answers(here, replace('$.usage.total_tokens', byOne)),
  },
  {
    id: 'chat.reasoning-counted-twice',
    sentence: 'The total of the usage counts the reasoning tokens once more.',
    breaks: ['CHAT-15'],
    deviate: answers(here, replace('$[?@.completion_tokens_details.reasoning_tokens > 0].total_tokens', byOne)),
  },
  {
    id: 'chat.prompt-for-free',
    sentence: 'The usage of a completion counts no tokens of the prompt.',
    breaks: ['CHAT-42'],
    deviate: answers(
      here,
      countedAs((_, completion) => [0, completion]),
    ),
  },
  {
    id: 'chat.answer-for-free',
    sentence: 'The usage of a completion counts no tokens of the answer.',
    breaks: ['CHAT-42'],
    deviate: answers(
      here,
      countedAs((prompt) => [prompt, 0]),
    ),
  },
  {
    id: 'chat.total-as-completion',
    sentence: 'The completion_tokens of a completion are all of its tokens.',
    breaks: ['CHAT-15', 'CHAT-16'],
    deviate: answers(
      here,
      countedAs((prompt, completion) => [prompt, prompt + completion, prompt + completion]),
    ),
  },
  {
    id: 'chat.limit-dropped',
    sentence: 'The max_tokens of a chat request do not reach the model.',
    breaks: ['CHAT-16', 'CHAT-17', 'CHAT-45', 'STREAM-13'],
    seen: 'mofa-org/mofa#1341',
    deviate: forward(here, remove('$.max_tokens')),
  },
  {
    id: 'chat.limit-of-streams-dropped',
    sentence: 'The max_tokens of a request for a chat stream do not reach the model.',
    breaks: ['STREAM-13'],
    deviate: forward(both(here, withMember('stream', true)), remove('$.max_tokens')),
  },
  {
    id: 'chat.limit-off-by-one',
    sentence: 'A model may write a token more than the max_tokens of a chat request.',
    breaks: ['CHAT-16', 'CHAT-45'],
    deviate: forward(here, replace('$.max_tokens', byOne)),
  },
  {
    id: 'chat.newer-limit-dropped',
    sentence: 'The max_completion_tokens of a request do not reach the model.',
    breaks: ['CHAT-44'],
    deviate: forward(here, remove('$.max_completion_tokens')),
  },
];
