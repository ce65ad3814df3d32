import type { ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { jsonOf, stream } from '../making/streams.js';
import { gemini, messages, on, responses, type Where } from '../making/where.js';

/** Ends streams behind their first event with an error, made from what that event held. */
function failing(where: Where, errorBehind: (first: ServerSentEvent) => ServerSentEvent): Fault['deviate'] {
  return stream(where, function* (events) {
    for (const event of events) {
      yield event;
      yield errorBehind(event);
      return;
    }
  });
}

const numberOf = (event: ServerSentEvent) => Number(Reflect.get(Object(jsonOf(event)), 'sequence_number') ?? 0) + 1;

/** A stream that fails is no answer; one whose error has not the form of its API does not even say so. */
export const errorMidwayFaults: readonly Fault[] = [
  {
    id: 'streaming.messages-error-without-type',
    sentence: 'A Messages stream breaks off with an error that has no type.',
    breaks: ['STREAM-24', 'STREAM-33'],
    deviate: failing(on(messages), () => ({
      event: 'error',
      data: '{"type":"error","error":{"message":"Overloaded"}}',
    })),
  },
  {
    id: 'streaming.gemini-error-without-code',
    sentence: 'A Gemini stream breaks off with an error that has no code.',
    breaks: ['STREAM-44', 'STREAM-46'],
    deviate: failing(on(gemini), () => ({ data: '{"error":{"message":"Overloaded","status":"UNAVAILABLE"}}' })),
  },
  {
    id: 'streaming.responses-error-without-message',
    sentence: 'A Responses stream breaks off with an error that has no message.',
    breaks: ['STREAM-44', 'STREAM-46'],
    deviate: failing(on(responses), (event) => ({
      event: 'error',
      data: JSON.stringify({ type: 'error', sequence_number: numberOf(event), code: 'server_error', param: null }),
    })),
  },
  {
    id: 'streaming.responses-error-without-name',
    sentence: 'A Responses stream breaks off with an error in an event without a name.',
    breaks: ['STREAM-44', 'STREAM-46'],
    deviate: failing(on(responses), (event) => ({
      data: JSON.stringify({
        type: 'error',
        sequence_number: numberOf(event),
        code: null,
        message: 'No.',
        param: null,
      }),
    })),
  },
];
