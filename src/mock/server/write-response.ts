import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/**
 * Writes a response as it comes: chunk by chunk, at the client's pace. A body that fails midway, and
 * `HttpResponse.error()`, become what they are on a real network: a connection that breaks.
 *
 * `Headers` has already sorted the names and put them in lower case; repeated `set-cookie` fields survive it.
 */
export async function writeResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(response.status, response.statusText, [...response.headers].flat());
  if (response.body === null || outgoing.req.method === 'HEAD') {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  // The head of a stream must not wait for its first chunk; a body of known length goes out together with its head.
  if (!response.headers.has('content-length')) outgoing.flushHeaders();
  // When the client leaves, this cancels the body, so that its source can stop.
  // The cast: as soon as any library brings the DOM's types in, the global stream type is no longer Node's.
  await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}
