import { randomUUID } from 'node:crypto';
import type { Fault } from '../fault.js';
import { all, isRecord, merge, remove, replace } from '../making/edit.js';
import { editEvents, editedEvent, every, exchange, first, having, numbered, stream } from '../making/streams.js';
import { gemini, on } from '../making/where.js';

const here = on(gemini);
const content = '$.candidates[*].content';
const calls = `${content}.parts[*].functionCall`;
const reasons = '$.candidates[*].finishReason';
const last = having(reasons);
const texts = having(`${content}.parts[*].text`);
const byOne = (count: unknown) => Number(count) + 1;

export const streamChunkFaults: readonly Fault[] = [
  {
    id: 'gemini.streamed-candidates-from-one',
    sentence: 'The candidates of a stream are numbered from 1.',
    breaks: ['STREAM-64'],
    deviate: editEvents(here, every, replace('$.candidates[*].index', 1)),
  },
  {
    id: 'gemini.streamed-role-missing',
    sentence: 'The contents of a stream have no role.',
    breaks: ['STREAM-64'],
    deviate: editEvents(here, every, remove(`${content}.role`)),
  },
  {
    id: 'gemini.streamed-role-of-chat',
    sentence: 'The contents of a stream have the role "assistant".',
    breaks: ['STREAM-64'],
    deviate: editEvents(here, every, replace(`${content}.role`, 'assistant')),
  },
  {
    id: 'gemini.streamed-empty-part',
    sentence: 'A stream has a part with nothing in it.',
    breaks: ['STREAM-64'],
    deviate: editEvents(here, numbered(0), replace(`${content}.parts`, [{}])),
  },
  {
    id: 'gemini.streamed-strange-text',
    sentence: 'The text of a streamed part is a list.',
    breaks: ['STREAM-64'],
    deviate: editEvents(here, numbered(0), replace(`${content}.parts[*].text`, [])),
  },
  {
    id: 'gemini.streamed-parts-as-object',
    sentence: 'The only part of a chunk stands in no list.',
    breaks: ['STREAM-64'],
    deviate: editEvents(here, every, replace(`${content}.parts`, { text: 'Hello!' })),
  },
  {
    id: 'gemini.streamed-call-without-name',
    sentence: 'A streamed functionCall names no function.',
    breaks: ['GEM-25', 'GEM-32'],
    deviate: editEvents(here, every, remove(`${calls}.name`)),
  },
  {
    id: 'gemini.streamed-args-as-text',
    sentence: 'The args of a streamed functionCall are the JSON text of an object.',
    breaks: ['GEM-20', 'GEM-32'],
    deviate: editEvents(
      here,
      every,
      replace(`${calls}.args`, (args: unknown) => JSON.stringify(args)),
    ),
  },
  {
    id: 'gemini.streamed-call-in-pieces',
    sentence: 'The name and the args of a streamed functionCall come in two parts.',
    breaks: ['GEM-20', 'GEM-24', 'GEM-32'],
    deviate: exchange(here, having(calls), (event) => [
      editedEvent(event, all(replace(`${calls}.args`, {}), remove(reasons))),
      editedEvent(event, remove(`${calls}.name`)),
    ]),
  },
  {
    id: 'gemini.streamed-calls-same-id',
    sentence: 'All functionCalls of a stream have the same id.',
    breaks: ['GEM-25'],
    deviate: editEvents(here, every, merge(calls, { id: 'call_0' })),
  },
  {
    id: 'gemini.streamed-second-call-dropped',
    sentence: 'Of several functionCalls a stream has only the first.',
    breaks: ['GEM-24', 'GEM-32'],
    deviate: stream(here, function* (events) {
      let called = false;
      const isCall = having(calls)();
      for (const event of events) {
        const again = called && isCall(event, 0);
        called ||= isCall(event, 0);
        yield again ? editedEvent(event, replace(`${content}.parts`, [])) : event;
      }
    }),
  },
  {
    id: 'gemini.stream-finish-in-lower-case',
    sentence: 'The finishReason of a stream is written in lower case.',
    breaks: ['STREAM-42', 'STREAM-46'],
    deviate: editEvents(
      here,
      last,
      replace(reasons, (reason: unknown) => String(reason).toLowerCase()),
    ),
  },
  {
    id: 'gemini.stream-without-finish',
    sentence: 'A stream ends without a finishReason.',
    breaks: ['STREAM-42', 'STREAM-44', 'STREAM-46'],
    deviate: editEvents(here, last, remove(reasons)),
  },
  {
    id: 'gemini.stream-finishes-at-once',
    sentence: 'Each event of a stream has a finishReason.',
    breaks: ['STREAM-42', 'STREAM-46'],
    deviate: editEvents(here, every, merge('$.candidates[*]', { finishReason: 'STOP' })),
  },
  {
    id: 'gemini.stream-usage-as-text',
    sentence: 'The usage of a stream is counted in texts.',
    breaks: ['STREAM-63'],
    deviate: editEvents(here, every, replace('$.usageMetadata.*', String)),
  },
  {
    id: 'gemini.stream-usage-without-prompt',
    sentence: 'The last usage of a stream does not count the prompt.',
    breaks: ['STREAM-63'],
    deviate: editEvents(here, last, remove('$.usageMetadata.promptTokenCount')),
  },
  {
    id: 'gemini.stream-usage-of-the-last-piece',
    sentence: 'The last usage of a stream counts only its last piece.',
    breaks: ['STREAM-48', 'STREAM-63'],
    deviate: editEvents(
      here,
      last,
      merge('$.usageMetadata', { promptTokenCount: 7, candidatesTokenCount: 1, totalTokenCount: 8 }),
    ),
  },
  {
    id: 'gemini.stream-usage-of-the-first-piece',
    sentence: 'The usage of a stream is that of its first piece, up to the end.',
    breaks: ['STREAM-48'],
    seen: 'ankit373/hydra!855',
    deviate: stream(here, function* (events) {
      let usage: unknown;
      const asAtFirst = replace('$.usageMetadata', (given: unknown) => {
        usage ??= given;
        return usage;
      });
      for (const event of events) yield editedEvent(event, asAtFirst);
    }),
  },
  {
    id: 'gemini.stream-usage-off-by-one',
    sentence: 'The totalTokenCount of a stream is one too many.',
    breaks: ['STREAM-48', 'STREAM-63'],
    deviate: editEvents(here, every, replace('$.usageMetadata.totalTokenCount', byOne)),
  },
  {
    id: 'gemini.stream-prompt-counted-twice',
    sentence: 'A stream counts the prompt twice.',
    breaks: ['STREAM-48'],
    deviate: editEvents(
      here,
      every,
      replace('$.usageMetadata', (usage: unknown) => {
        if (!isRecord(usage)) return usage;
        const [asked, total] = [Number(usage['promptTokenCount']), Number(usage['totalTokenCount'])];
        return { ...usage, promptTokenCount: 2 * asked, totalTokenCount: total + asked };
      }),
    ),
  },
  {
    id: 'gemini.stream-of-many-ids',
    sentence: 'Each event of a stream has a responseId of its own.',
    breaks: ['STREAM-62'],
    deviate: editEvents(
      here,
      every,
      replace('$.responseId', () => randomUUID()),
    ),
  },
  {
    id: 'gemini.stream-changes-its-model',
    sentence: 'The last event of a stream names another model.',
    breaks: ['STREAM-62'],
    deviate: editEvents(here, last, replace('$.modelVersion', 'gemini-internal-001')),
  },
  {
    id: 'gemini.stream-of-another-model',
    sentence: 'A stream names another model than the same answer at once.',
    breaks: ['STREAM-46'],
    deviate: editEvents(here, every, replace('$.modelVersion', 'gemini-internal-001')),
  },
  {
    id: 'gemini.stream-loses-its-last-text',
    sentence: 'A stream loses the last piece of its text.',
    breaks: ['STREAM-46'],
    deviate: editEvents(here, last, replace(`${content}.parts[*].text`, '')),
  },
  {
    id: 'gemini.stream-repeats-a-piece',
    sentence: 'A stream repeats the first piece of its text.',
    breaks: ['STREAM-46'],
    deviate: exchange(here, first(texts), (event) => [editedEvent(event, remove(reasons)), event]),
  },
  {
    id: 'gemini.stream-of-growing-text',
    sentence: 'Each event of a stream has the whole text so far.',
    breaks: ['STREAM-46'],
    deviate: stream(here, function* (events) {
      let said = '';
      const grown = replace(`${content}.parts[*].text`, (piece: unknown) => {
        said += String(piece);
        return said;
      });
      for (const event of events) yield editedEvent(event, grown);
    }),
  },
  {
    id: 'gemini.candidate-for-a-blocked-prompt',
    sentence: 'A prompt that is blocked gets a candidate without content.',
    breaks: ['GEM-10'],
    deviate: editEvents(
      here,
      having('$.promptFeedback'),
      merge('$', { candidates: [{ index: 0, finishReason: 'SAFETY' }] }),
    ),
  },
];
