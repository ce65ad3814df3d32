import type { Fault } from '../fault.js';
import { merge, remove, rename, replace } from '../making/edit.js';
import { exchangeLast } from '../making/last.js';
import { drop, editEvents, editedEvent, endMark, every, exchange, first, stream } from '../making/streams.js';
import { chat, on } from '../making/where.js';
import { anyChoice, finish, text, withDelta } from './chunk.js';

const here = on(chat);

/** Another value in each chunk. */
function counted(name: string, value: (number: number) => unknown) {
  return stream(here, function* (events) {
    let number = 0;
    for (const event of events) {
      number += 1;
      yield event.data === '[DONE]' ? event : { ...event, data: withMemberOf(event.data, name, value(number)) };
    }
  });
}

function withMemberOf(json: string, name: string, value: unknown): string {
  return JSON.stringify(merge('$', { [name]: value })(JSON.parse(json)));
}

export const streamChunkFaults: readonly Fault[] = [
  {
    id: 'chat.keep-alive-as-data',
    sentence: 'A chat stream begins with an event that is no JSON, to keep the connection alive.',
    breaks: ['STREAM-02'],
    deviate: exchange(here, first(every), (event) => [{ data: 'ping' }, event]),
  },
  {
    id: 'chat.chunk-cut',
    sentence: 'The JSON of a chunk of a chat stream has no end.',
    breaks: ['STREAM-02'],
    seen: 'higress-group/higress!4620',
    deviate: exchange(here, first(text), (event) => [{ data: event.data.slice(0, -1) }]),
  },
  {
    id: 'chat.chunks-in-lists',
    sentence: 'Each chunk of a chat stream comes in a list, as from Gemini.',
    breaks: ['STREAM-02'],
    deviate: exchange(here, anyChoice, ({ data }) => [{ data: `[${data}]` }]),
  },
  {
    id: 'chat.chunks-as-completions',
    sentence: 'The chunks of a chat stream call themselves chat.completion.',
    breaks: ['STREAM-02'],
    deviate: editEvents(here, every, replace('$.object', 'chat.completion')),
  },
  {
    id: 'chat.last-chunk-untyped',
    sentence: 'The chunk that finishes a chat stream does not say that it is one.',
    breaks: ['STREAM-02'],
    deviate: editEvents(here, finish, remove('$.object')),
  },
  {
    id: 'chat.chunks-named',
    sentence: 'The events of a chat stream have the name "chunk".',
    breaks: ['STREAM-50'],
    deviate: exchange(here, anyChoice, (event) => [{ ...event, event: 'chunk' }]),
  },
  {
    id: 'chat.end-named',
    sentence: 'The [DONE] of a chat stream has the name "done".',
    breaks: ['STREAM-50'],
    deviate: exchange(here, endMark, (event) => [{ ...event, event: 'done' }]),
  },
  {
    id: 'chat.id-of-each-chunk',
    sentence: 'Each chunk of a chat stream has an id of its own.',
    breaks: ['STREAM-06'],
    deviate: counted('id', (number) => `chatcmpl_${number}`),
  },
  {
    id: 'chat.chunks-without-id',
    sentence: 'The chunks of a chat stream have no id but the first.',
    breaks: ['STREAM-06'],
    deviate: editEvents(here, text, remove('$.id')),
  },
  {
    id: 'chat.chunks-with-an-empty-id',
    sentence: 'The id of the chunks of a chat stream is empty.',
    breaks: ['STREAM-06'],
    deviate: editEvents(here, every, replace('$.id', '')),
  },
  {
    id: 'chat.model-of-the-last-chunk',
    sentence: 'The last chunk of a chat stream names the model of the provider, the others that of the gateway.',
    breaks: ['STREAM-06'],
    seen: 'BerriAI/litellm!19943',
    deviate: editEvents(
      here,
      finish,
      replace('$.model', (model: unknown) => `hosted_vllm/${model}`),
    ),
  },
  {
    id: 'chat.chunks-without-model',
    sentence: 'The chunks of a chat stream name no model.',
    breaks: ['STREAM-06'],
    deviate: editEvents(here, every, remove('$.model')),
  },
  {
    id: 'chat.time-of-each-chunk',
    sentence: 'Each chunk of a chat stream says when it was made, and not when the completion was.',
    breaks: ['STREAM-06'],
    deviate: counted('created', (number) => 1_767_225_600 + number),
  },
  {
    id: 'chat.chunks-without-time',
    sentence: 'The chunks of a chat stream do not say when the completion was made.',
    breaks: ['STREAM-06'],
    deviate: editEvents(here, every, remove('$.created')),
  },
  {
    id: 'chat.stream-of-nothing',
    sentence: 'A chat stream is nothing but [DONE].',
    breaks: ['STREAM-07', 'STREAM-12'],
    seen: 'lemonade-sdk/lemonade#2826',
    deviate: drop(here, anyChoice),
  },
  {
    id: 'chat.chunk-without-choices',
    sentence: 'A chunk of a chat stream has no list of choices.',
    breaks: ['STREAM-07'],
    deviate: exchange(here, finish, (event) => [
      event,
      { data: event.data.replace(/"choices":\[.*\]/, '"status":"ok"') },
    ]),
  },
  {
    id: 'chat.choices-null',
    sentence: 'A chat stream has a chunk whose choices are null.',
    breaks: ['STREAM-07'],
    deviate: exchange(here, first(anyChoice), (event) => [event, editedEvent(event, replace('$.choices', null))]),
  },
  {
    id: 'chat.streamed-choices-from-one',
    sentence: 'The choices of a chat stream are numbered from 1.',
    breaks: ['STREAM-07'],
    deviate: editEvents(here, anyChoice, replace('$.choices[*].index', 1)),
  },
  {
    id: 'chat.streamed-choices-unnumbered',
    sentence: 'The choices of a chat stream are not numbered.',
    breaks: ['STREAM-07'],
    deviate: editEvents(here, anyChoice, remove('$.choices[*].index')),
  },
  {
    id: 'chat.finish-without-delta',
    sentence: 'The chunk that finishes a chat stream has no delta.',
    breaks: ['STREAM-07'],
    deviate: editEvents(here, finish, remove('$.choices[*].delta')),
  },
  {
    id: 'chat.messages-in-place-of-deltas',
    sentence: 'The choices of a chat stream have messages, and no deltas.',
    breaks: ['STREAM-07'],
    deviate: editEvents(here, anyChoice, rename('$.choices[*]', 'delta', 'message')),
  },
  {
    id: 'chat.stream-without-role',
    sentence: 'The first delta of a chat stream does not state its role.',
    breaks: ['STREAM-08'],
    seen: 'Portkey-AI/gateway#1399',
    deviate: editEvents(here, every, remove('$.choices[*].delta.role')),
  },
  {
    id: 'chat.role-behind-the-text',
    sentence: 'The last delta of a chat stream states the role, and the first does not.',
    breaks: ['STREAM-08'],
    deviate: stream(here, function* (events) {
      for (const event of events) {
        const isLast = finish()(event, 0);
        if (isLast) yield withDelta(event, { role: 'assistant' });
        yield isLast ? event : { ...event, data: event.data.replace('"role":"assistant",', '') };
      }
    }),
  },
  {
    id: 'chat.streamed-role-of-gemini',
    sentence: 'The first delta of a chat stream states the role "model".',
    breaks: ['STREAM-08'],
    deviate: editEvents(here, every, replace('$.choices[*].delta.role', 'model')),
  },
  {
    id: 'chat.role-changes',
    sentence: 'The last text of a chat stream comes with the role "tool".',
    breaks: ['STREAM-08'],
    deviate: exchangeLast(here, text, (event) => [
      { ...event, data: event.data.replace('"delta":{', '"delta":{"role":"tool",') },
    ]),
  },
];
