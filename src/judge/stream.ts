import { type PolicyDenial, policyDenial, type StreamReading, type StreamViolation } from '../api/index.js';
import { isJsonObject, type Json } from '../json/index.js';
import {
  bytesAfterTerminal,
  decodeSse,
  type SseFrame,
  type SseStream,
  type StreamHeaderFault,
  streamHeaderFaults,
  type WireResponse,
} from '../wire/index.js';
import type { ApiContract } from './api-contract.js';
import { readBody } from './body/read-body.js';

/** A response that came as an event stream, decoded off its bytes and read by the grammar of its API. */
export interface StreamAnswer {
  readonly framing: SseStream;
  readonly headerFaults: readonly StreamHeaderFault[];
  readonly reading: Omit<StreamReading, 'end' | 'violations'>;
  /** `aborted`: the harness left before the stream ended, as the spec asked. */
  readonly end: StreamReading['end'] | 'aborted';
  readonly violations: readonly StreamViolation[];
  /** What only the missing end of an aborted stream breaks: nobody knows whether it would have. */
  readonly unsettled: readonly StreamViolation[];
  /** What is wrong with the bytes, those after the terminal event among them; one sentence each, with the frame. */
  readonly faults: readonly { readonly message: string; readonly frame: number }[];
  readonly denial?: PolicyDenial & { readonly frame: number };
}

/** An escape may stand for a letter of the mark. */
const mayBeMarked = (data: string) => data.includes('databricks_service_policy') || data.includes('\\u');

/** `aborted`: the harness left it; `sent` is the body of the request. */
export function readStream(
  { body, headers }: WireResponse,
  { api }: ApiContract,
  sent: Json | undefined,
  aborted: boolean,
): StreamAnswer {
  const framing = decodeSse(body);
  const { end, violations, ...reading } = api.readStream(framing.frames, sent);
  const isAborted = aborted && end === 'cut';
  // What is missing at the end is told of the frame that should have come next.
  const isSettled = ({ frame }: StreamViolation) => !isAborted || frame < framing.frames.length;
  const late =
    reading.terminal === undefined ? undefined : bytesAfterTerminal(framing, ({ index }) => index === reading.terminal);
  const denial = framing.frames.map(denialIn).find((found) => found !== undefined);
  return {
    framing,
    headerFaults: streamHeaderFaults(headers),
    reading,
    end: isAborted ? 'aborted' : end,
    violations: violations.filter(isSettled),
    unsettled: violations.filter((violation) => !isSettled(violation)),
    // A spare blank line or comment at the end hides nothing from anybody.
    faults: [...framing.faults, ...(late?.code === 'bytes-after-terminal' && late.events > 0 ? [late] : [])],
    ...(denial === undefined ? {} : { denial }),
  };
}

/** How many frames came in which a client sees an event. */
export function eventsIn({ frames }: SseStream): number {
  return frames.filter(({ outcome }) => outcome === 'dispatched').length;
}

/** A denial may come in any frame: clients that look only at the status take it for an answer. */
function denialIn({ data, index }: SseFrame): StreamAnswer['denial'] {
  if (data === undefined || !mayBeMarked(data)) return undefined;
  const read = readBody(new TextEncoder().encode(data));
  const denial =
    read.kind === 'json'
      ? wholesIn(read.value)
          .map(policyDenial)
          .find((found) => found !== undefined)
      : undefined;
  return denial === undefined ? undefined : { ...denial, frame: index };
}

/** Responses and Messages send the answer as a whole inside of an event: as its `response`, its `message`. */
function wholesIn(event: Json): readonly Json[] {
  return isJsonObject(event) ? [event, event['response'] ?? null, event['message'] ?? null] : [];
}
