import type { Fault } from '../fault.js';
import { remove, replace } from '../making/edit.js';
import { drop, editEvents } from '../making/streams.js';
import { chat, on } from '../making/where.js';
import { usage } from './chunk.js';
import { countedAs } from './counts.js';

const here = on(chat);
const byOne = (count: unknown) => Number(count) + 1;

export const streamUsageFaults: readonly Fault[] = [
  {
    id: 'chat.stream-without-usage',
    sentence: 'A chat stream whose request asked for usage has none.',
    breaks: ['STREAM-45'],
    seen: 'Portkey-AI/gateway#1259',
    deviate: drop(here, usage),
  },
  {
    id: 'chat.streamed-usage-null',
    sentence: 'The usage of a chat stream whose request asked for it is null.',
    breaks: ['STREAM-45'],
    deviate: editEvents(here, usage, replace('$.usage', null)),
  },
  {
    id: 'chat.streamed-usage-as-text',
    sentence: 'The usage of a chat stream is counted in texts.',
    breaks: ['STREAM-09'],
    deviate: editEvents(here, usage, replace('$.usage.*', String)),
  },
  {
    id: 'chat.streamed-usage-as-number',
    sentence: 'The usage of a chat stream is one number.',
    breaks: ['STREAM-09'],
    deviate: editEvents(here, usage, replace('$.usage', 16)),
  },
  {
    id: 'chat.streamed-usage-negative',
    sentence: 'The usage of a chat stream counts -1 tokens.',
    breaks: ['STREAM-09'],
    deviate: editEvents(here, usage, replace('$.usage.completion_tokens', -1)),
  },
  {
    id: 'chat.streamed-usage-without-total',
    sentence: 'The usage of a chat stream has no total.',
    breaks: ['STREAM-09'],
    deviate: editEvents(here, usage, remove('$.usage.total_tokens')),
  },
  {
    id: 'chat.streamed-total-off-by-one',
    sentence: 'The total of the usage of a chat stream is a token more than its parts.',
    breaks: ['STREAM-09'],
    deviate: editEvents(here, usage, replace('$.usage.total_tokens', byOne)),
  },
  {
    id: 'chat.stream-counts-one-more',
    sentence: 'A chat stream counts a token more than the same completion at once.',
    breaks: ['STREAM-48'],
    deviate: editEvents(
      here,
      usage,
      countedAs((prompt, completion) => [prompt, completion + 1]),
    ),
  },
  {
    id: 'chat.stream-counts-its-chunks',
    sentence: 'A chat stream counts one token of the answer, that of its last chunk.',
    breaks: ['STREAM-48'],
    deviate: editEvents(
      here,
      usage,
      countedAs((prompt) => [prompt, 1]),
    ),
  },
  {
    id: 'chat.stream-counts-prompt-twice',
    sentence: 'A chat stream counts the tokens of the prompt twice.',
    breaks: ['STREAM-48'],
    seen: 'maximhq/bifrost#5354',
    deviate: editEvents(
      here,
      usage,
      countedAs((prompt, completion) => [2 * prompt, completion]),
    ),
  },
];
