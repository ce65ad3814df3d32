import { type ServerResponse, STATUS_CODES } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Transmission } from './transmission.js';

/**
 * Writes a response as it comes: chunk by chunk, at the client's pace. A body that fails midway, and
 * `HttpResponse.error()`, become what they are on a real network: a connection that breaks.
 *
 * `Headers` has already sorted the names and put them in lower case; repeated `set-cookie` fields survive it.
 */
export async function writeResponse(
  outgoing: ServerResponse,
  response: Response,
  transmit: (usual: Transmission) => Transmission = (usual) => usual,
): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  if (response.body === null || outgoing.req.method === 'HEAD') {
    await response.body?.cancel();
    await transmitted(outgoing, transmit(transmissionOf(response, Readable.from([]))));
    return;
  }
  // When the client leaves, this cancels the body, so that its source can stop.
  // The cast: as soon as any library brings the DOM's types in, the global stream type is no longer Node's.
  await transmitted(outgoing, transmit(transmissionOf(response, Readable.fromWeb(response.body as ReadableStream))));
}

function transmissionOf({ status, statusText, headers }: Response, body: Readable): Transmission {
  return { status, reason: statusText, headers: [...headers], body };
}

async function transmitted(outgoing: ServerResponse, transmission: Transmission): Promise<void> {
  const { status, reason, headers, body, earlyHints } = transmission;
  if (transmission.verbatim === true) return writeVerbatim(outgoing, transmission);
  if (earlyHints !== undefined) outgoing.writeEarlyHints(earlyHints);
  outgoing.writeHead(status, reason, headers.flat());
  // The head of a stream must not wait for its first chunk; a body of known length goes out together with its head.
  if (!headers.some(([name]) => name.toLowerCase() === 'content-length')) outgoing.flushHeaders();
  await pipeline(body, outgoing);
}

/** Past node, which would set the framing right. */
async function writeVerbatim(outgoing: ServerResponse, { status, reason, headers, body }: Transmission): Promise<void> {
  const { socket } = outgoing;
  if (socket === null) return;
  const head = [
    `HTTP/1.1 ${status} ${reason || (STATUS_CODES[status] ?? '')}`,
    ...headers.map((pair) => pair.join(': ')),
    '',
    '',
  ];
  socket.write(head.join('\r\n'));
  // As a stream of node's: a generator would be asked for more behind a client that has left.
  await pipeline(Readable.from(body), socket);
}
