import type { Deviate } from '../../deviation/deviation.js';
import type { Transmission } from '../../server/transmission.js';
import { send, withoutHeader } from './bytes.js';
import type { Chunks } from './chunks.js';
import { both, type Where } from './where.js';

/** What says where a body ends, and the body. */
export interface Framed {
  readonly headers: Transmission['headers'];
  readonly body: Chunks;
}

/** Writes the head and the bytes of responses past node, which would set their framing right. */
export function sendVerbatim(where: Where, framed: (usual: Transmission) => Framed): Deviate {
  // A response to HEAD has no body to frame.
  const withBody: Where = ({ method }) => method !== 'HEAD';
  return send(both(where, withBody), (usual) => {
    const { headers, body } = framed(usual);
    const added = [['date', new Date().toUTCString()], ['connection', 'close'], ...headers] as const;
    return { ...usual, verbatim: true, headers: [...withoutHeader(usual, 'content-length'), ...added], body };
  });
}

/** In the chunked coding (RFC 9112 section 7.1). */
export async function* chunked(chunks: Chunks, { extension = '', end = '0\r\n\r\n' } = {}): Chunks {
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    yield Buffer.concat([Buffer.from(`${chunk.length.toString(16)}${extension}\r\n`), chunk, Buffer.from('\r\n')]);
  }
  yield Buffer.from(end);
}

/** How long the body of a response in one piece is, as it says itself; undefined for a stream. */
export function lengthOf({ headers }: Transmission): number | undefined {
  const found = headers.find(([name]) => name === 'content-length');
  return found === undefined ? undefined : Number(found[1]);
}
