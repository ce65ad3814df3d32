import type { IncomingMessage } from 'node:http';

export type ReadRequest =
  | { readonly kind: 'request'; readonly request: Request }
  | { readonly kind: 'too-large' }
  /** Not expressible as a `Request`: a method that fetch forbids, or a target that is not a path. */
  | { readonly kind: 'malformed' }
  /** The client went away before it had sent everything. */
  | { readonly kind: 'gone' };

/** Reads a whole request. The body is read before anything is answered, because handlers want all of it anyway. */
export async function readRequest(
  incoming: IncomingMessage,
  origin: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReadRequest> {
  const body = await readBody(incoming, maxBytes);
  if (typeof body === 'string') return { kind: body };
  const { method = 'GET', url = '' } = incoming;
  // A target such as `http://elsewhere/` or `*` would escape the origin.
  if (!url.startsWith('/')) return { kind: 'malformed' };
  const bodyless = method === 'GET' || method === 'HEAD' || body.length === 0;
  try {
    const headers = headersOf(incoming.rawHeaders);
    return {
      kind: 'request',
      request: new Request(origin + url, { method, headers, signal, ...(bodyless ? {} : { body }) }),
    };
  } catch {
    return { kind: 'malformed' };
  }
}

/** From the raw list, because node:http drops repeats of some headers and so would hide them from the gateway. */
function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index < raw.length; index += 2) headers.append(raw[index] ?? '', raw[index + 1] ?? '');
  return headers;
}

function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer> | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The rest is still read, and dropped: a client that is cut off while it sends never sees the answer.
      if (size > maxBytes) resolve('too-large');
      else chunks.push(chunk);
    });
    incoming.once('end', () => resolve(Buffer.concat(chunks)));
    incoming.once('error', () => resolve('gone'));
  });
}
