import type { WireRequest } from '../wire/index.js';
import { sentJson } from './answered.js';
import type { ApiContract } from './api-contract.js';

const streamField = Buffer.from('"stream"');

/** Whether a request asked for its answer as a stream. Its body is parsed only where the word stands in it at all. */
export function asksForStream({ url, body }: WireRequest, { api }: ApiContract): boolean {
  return api.asksForStream(pathOf(url), mayAsk(body) ? sentJson(body) : undefined);
}

function mayAsk(body: Uint8Array | undefined): boolean {
  return body !== undefined && Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes(streamField);
}

/** With the query, as it was sent. */
function pathOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?#]*/i, '');
}
