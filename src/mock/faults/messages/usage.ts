import type { Fault } from '../fault.js';
import { forward } from '../making/decide.js';
import { all, isRecord, remove, replace } from '../making/edit.js';
import { answers } from '../making/responses.js';
import { editEvents, named } from '../making/streams.js';
import { messages, on } from '../making/where.js';

const here = on(messages);
const lastDelta = named('message_delta');
const byOne = (count: unknown) => Number(count) + 1;
const twofold = (count: unknown) => 2 * Number(count);

export const usageFaults: readonly Fault[] = [
  {
    id: 'messages.no-usage',
    sentence: 'A message has no usage.',
    breaks: ['MSG-10'],
    deviate: answers(here, remove('$.usage')),
  },
  {
    id: 'messages.usage-as-text',
    sentence: 'The usage of a message is counted in texts.',
    breaks: ['MSG-10'],
    deviate: answers(here, replace("$.usage['input_tokens', 'output_tokens']", String)),
  },
  {
    id: 'messages.usage-of-chat',
    sentence: 'The usage of a message has the names of chat.',
    breaks: ['MSG-10'],
    deviate: answers(here, replace('$.usage', { prompt_tokens: 7, completion_tokens: 9, total_tokens: 16 })),
  },
  {
    id: 'messages.input-for-free',
    sentence: 'The usage of a message counts no input tokens.',
    breaks: ['MSG-37'],
    deviate: answers(here, replace('$.usage.input_tokens', 0)),
  },
  {
    id: 'messages.output-for-free',
    sentence: 'The usage of a message counts no output tokens.',
    breaks: ['MSG-37'],
    deviate: answers(here, replace('$.usage.output_tokens', 0)),
  },
  {
    id: 'messages.total-as-output',
    sentence: 'The output tokens of a message are all of its tokens.',
    breaks: ['MSG-11'],
    deviate: answers(
      here,
      replace('$.usage', (usage: unknown) =>
        isRecord(usage)
          ? { ...usage, output_tokens: Number(usage['input_tokens']) + Number(usage['output_tokens']) }
          : usage,
      ),
    ),
  },
  {
    id: 'messages.limit-dropped',
    sentence: 'The max_tokens of a request do not reach the model.',
    breaks: ['MSG-11', 'MSG-12', 'MSG-40'],
    deviate: forward(here, replace('$.max_tokens', 4096)),
  },
  {
    id: 'messages.limit-off-by-one',
    sentence: 'A model may write a token more than max_tokens.',
    breaks: ['MSG-11', 'MSG-40'],
    deviate: forward(here, replace('$.max_tokens', byOne)),
  },
  {
    id: 'messages.stream-counts-one-more',
    sentence: 'A stream counts an output token more than the same answer at once.',
    breaks: ['STREAM-48'],
    deviate: editEvents(here, lastDelta, replace('$.usage.output_tokens', byOne)),
  },
  {
    id: 'messages.stream-counts-input-twice',
    sentence: 'The input tokens of message_start are added once more in message_delta.',
    breaks: ['STREAM-48'],
    seen: 'maximhq/bifrost#5354',
    deviate: editEvents(here, lastDelta, replace('$.usage.input_tokens', twofold)),
  },
  {
    id: 'messages.stream-input-for-free',
    sentence: 'The input tokens of a stream are always 0.',
    breaks: ['STREAM-48'],
    seen: 'vercel/ai#17326',
    deviate: editEvents(
      here,
      named('message_start', 'message_delta'),
      all(replace('$.message.usage.input_tokens', 0), remove('$.usage.input_tokens')),
    ),
  },
];
