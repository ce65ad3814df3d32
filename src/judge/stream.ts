import { type PolicyDenial, policyDenial, type StreamReading } from '../api/index.js';
import type { Json } from '../json/index.js';
import {
  bytesAfterTerminal,
  decodeSse,
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
  readonly reading: StreamReading;
  /** What is wrong with the bytes, those after the terminal event among them; one sentence each, with the frame. */
  readonly faults: readonly { readonly message: string; readonly frame: number }[];
  readonly denial?: PolicyDenial;
}

const policyMark = 'databricks_service_policy';

export function readStream(
  { body, headers }: WireResponse,
  { api }: ApiContract,
  sent: Json | undefined,
): StreamAnswer {
  const framing = decodeSse(body);
  const reading = api.readStream(framing.frames, sent);
  const late =
    reading.terminal === undefined ? undefined : bytesAfterTerminal(framing, ({ index }) => index === reading.terminal);
  const denial = framing.frames.map(({ data }) => denialIn(data)).find((found) => found !== undefined);
  return {
    framing,
    headerFaults: streamHeaderFaults(headers),
    reading,
    // A spare blank line or comment at the end hides nothing from anybody.
    faults: [...framing.faults, ...(late?.code === 'bytes-after-terminal' && late.events > 0 ? [late] : [])],
    ...(denial === undefined ? {} : { denial }),
  };
}

/** A denial may come in any frame: clients that look only at the status take it for an answer. */
function denialIn(data: string | undefined): PolicyDenial | undefined {
  if (data === undefined || !data.includes(policyMark)) return undefined;
  const read = readBody(new TextEncoder().encode(data));
  return read.kind === 'json' ? policyDenial(read.value) : undefined;
}
