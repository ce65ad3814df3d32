import { encodeEvent, type ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { sendStreamText } from '../making/bytes.js';
import { remove, replace } from '../making/edit.js';
import { headers, respond } from '../making/responses.js';
import { editEvents, editedEvent, endAt, every, exchange, first, jsonOf, numbered, stream } from '../making/streams.js';
import { gemini, on, onPath } from '../making/where.js';

const here = on(gemini);
const second = numbered(1);

/** Puts something behind all events. */
function behind(added: (last: ServerSentEvent) => ServerSentEvent) {
  return stream(here, function* (events) {
    let last: ServerSentEvent | undefined;
    for (const event of events) {
      last = event;
      yield event;
    }
    if (last !== undefined) yield added(last);
  });
}

export const streamEventFaults: readonly Fault[] = [
  {
    id: 'gemini.stream-as-json',
    sentence: 'A stream says that it is JSON.',
    breaks: ['STREAM-44'],
    deviate: headers(here, { 'content-type': 'application/json' }),
  },
  {
    id: 'gemini.stream-of-nothing',
    sentence: 'A stream ends before its first event.',
    breaks: ['STREAM-40', 'STREAM-42', 'STREAM-44'],
    deviate: stream(here, () => []),
  },
  {
    id: 'gemini.stream-of-chat-chunks',
    sentence: 'The events of a stream are chunks of chat.',
    breaks: ['STREAM-40', 'STREAM-44', 'STREAM-46'],
    seen: 'gravitee-io/issues#11788',
    deviate: editEvents(here, every, () => ({
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: { content: 'Hello!' }, finish_reason: null }],
    })),
  },
  {
    id: 'gemini.stream-of-lists',
    sentence: 'Each event of a stream holds a list of one chunk.',
    breaks: ['STREAM-40'],
    deviate: editEvents(here, every, (chunk) => [chunk]),
  },
  {
    id: 'gemini.stream-with-text',
    sentence: 'A stream begins with an event that is no JSON.',
    breaks: ['STREAM-40'],
    deviate: exchange(here, numbered(0), (event) => [{ data: 'ping' }, event]),
  },
  {
    id: 'gemini.stream-with-names',
    sentence: 'The events of a stream have a name.',
    breaks: ['STREAM-40'],
    deviate: exchange(here, every, (event) => [{ ...event, event: 'message' }]),
  },
  {
    id: 'gemini.stream-with-ids',
    sentence: 'The events of a stream have ids.',
    breaks: ['STREAM-40'],
    deviate: sendStreamText(here, (text) => `id: 1\n${text}`),
  },
  {
    id: 'gemini.stream-with-retry-time',
    sentence: 'A stream says when to come back.',
    breaks: ['STREAM-40'],
    deviate: sendStreamText(here, (text) => `retry: 3000\n${text}`),
  },
  {
    id: 'gemini.stream-over-lines',
    sentence: 'The data of an event is spread over several lines.',
    breaks: ['STREAM-40'],
    deviate: exchange(here, every, (event) => [{ ...event, data: JSON.stringify(jsonOf(event), null, 2) }]),
  },
  {
    id: 'gemini.chunk-of-nothing',
    sentence: 'A chunk of a stream says nothing of candidates, of the prompt or of usage.',
    breaks: ['STREAM-40'],
    deviate: exchange(here, second, (event) => [{ data: '{"modelVersion":"claude-sim-1-20260101"}' }, event]),
  },
  {
    id: 'gemini.chunk-with-one-candidate',
    sentence: 'The candidates of a chunk are an object.',
    breaks: ['STREAM-40'],
    deviate: editEvents(here, second, (chunk) => {
      const [candidate]: readonly unknown[] = Reflect.get(Object(chunk), 'candidates') ?? [];
      return Object.assign({}, chunk, { candidates: candidate });
    }),
  },
  {
    id: 'gemini.stream-kept-alive',
    sentence: 'Comments keep a stream alive.',
    breaks: ['STREAM-41'],
    deviate: sendStreamText(here, (text) => [': keep-alive\n\n', text]),
  },
  {
    id: 'gemini.stream-ends-like-chat',
    sentence: 'A stream ends with [DONE].',
    breaks: ['STREAM-41'],
    deviate: behind(() => ({ data: '[DONE]' })),
  },
  {
    id: 'gemini.stream-cut-in-silence',
    sentence: 'A stream ends behind its first event.',
    breaks: ['STREAM-40', 'STREAM-42', 'STREAM-44', 'STREAM-46'],
    seen: 'higress-group/higress!4620',
    deviate: endAt(here, first(every), { included: true }),
  },
  {
    id: 'gemini.stream-error-in-disguise',
    sentence: 'A stream breaks off with an error of the gateway.',
    breaks: ['STREAM-44', 'STREAM-46'],
    deviate: stream(here, function* (events) {
      for (const event of events) {
        yield event;
        break;
      }
      yield { data: '{"error_code":"INTERNAL_ERROR","message":"Overloaded"}' };
    }),
  },
  {
    id: 'gemini.stream-speaks-behind-its-end',
    sentence: 'Text comes behind the finishReason of a stream.',
    breaks: ['STREAM-42'],
    deviate: behind((last) => editedEvent(last, remove('$.candidates[*].finishReason'))),
  },
  {
    id: 'gemini.stream-ends-twice',
    sentence: 'The last event of a stream comes twice.',
    breaks: ['STREAM-42', 'STREAM-46'],
    deviate: behind((last) => last),
  },
  {
    id: 'gemini.error-behind-the-end',
    sentence: 'An error comes behind the finishReason of a stream.',
    breaks: ['STREAM-42'],
    deviate: behind(() => ({ data: '{"error":{"code":500,"message":"Late.","status":"INTERNAL"}}' })),
  },
  {
    id: 'gemini.refusal-in-a-stream',
    sentence: 'A request for a stream that is refused gets a stream with the error.',
    breaks: ['STREAM-21'],
    deviate: respond(onPath(/:streamGenerateContent$/), ({ status, headers: given, body }) =>
      status < 400 || body.kind !== 'json'
        ? { status, headers: given, body }
        : {
            status: 200,
            headers: { ...given, 'content-type': 'text/event-stream' },
            body: { kind: 'text', text: encodeEvent({ data: JSON.stringify(body.value) }) },
          },
    ),
  },
  {
    id: 'gemini.stream-safety-as-stop',
    sentence: 'A stream in which the model declines ends with STOP.',
    breaks: ['STREAM-47'],
    deviate: editEvents(
      here,
      every,
      replace('$.candidates[*].finishReason', (reason: unknown) => (reason === 'SAFETY' ? 'STOP' : reason)),
    ),
  },
];
