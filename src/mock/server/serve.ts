import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getResponse, type RequestHandler } from 'msw';
import { type Asked, readAsked } from '../deviation/asked.js';
import { messageOf } from '../gateway/message.js';
import type { Reply } from '../gateway/reply.js';
import { toResponse } from '../gateway/to-response.js';
import { readRequest } from './read-request.js';
import type { Transmission } from './transmission.js';
import { writeResponse } from './write-response.js';

export interface Served {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Breaks the connections that are still open. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly maxRequestBytes?: number;
  /** How responses are sent, when they are not sent as they are. */
  readonly transmit?: (transmission: Transmission, asked: Asked) => Transmission;
}

/** The limit that Anthropic documents for a Messages request; the gateway's own is not public. */
const defaultMaxRequestBytes = 32 * 1024 * 1024;

/** Longer than any pause of a client that runs tests: a connection that closes under a request looks like a fault. */
const keepAliveMs = 120_000;

/** Serves msw handlers on a loopback port. Rejects with node's own error when the port cannot be had. */
export async function serve(handlers: readonly RequestHandler[], options: ServeOptions): Promise<Served> {
  const server = createServer({ keepAliveTimeout: keepAliveMs });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', (incoming, outgoing) => void exchange([...handlers], incoming, outgoing, options, origin));
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function exchange(
  handlers: RequestHandler[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { maxRequestBytes = defaultMaxRequestBytes, transmit }: ServeOptions,
  origin: string,
): Promise<void> {
  const left = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) left.abort();
  });
  try {
    const read = await readRequest(incoming, origin, maxRequestBytes, left.signal);
    if (read.kind === 'gone') return;
    if (read.kind !== 'request') return await writeResponse(outgoing, refusal(read.kind));
    const asked = transmit && (await readAsked(read.request.clone()));
    const response = (await getResponse(handlers, read.request)) ?? failure();
    await writeResponse(outgoing, response, transmit && asked && ((usual) => transmit(usual, asked)));
  } catch {
    // A fault of a handler must not take the other requests down with it.
    if (outgoing.headersSent || left.signal.aborted) outgoing.destroy();
    else await writeResponse(outgoing, failure());
  }
}

function refusal(kind: 'too-large' | 'malformed'): Response {
  const replies: Record<typeof kind, Reply> = {
    'too-large': { kind: 'error', status: 413, code: 'BAD_REQUEST', message: 'The request body is too large.' },
    malformed: { kind: 'error', status: 400, code: 'BAD_REQUEST', message: 'The request cannot be read.' },
  };
  return toResponse(messageOf(replies[kind], randomUUID()));
}

function failure(): Response {
  const message = 'The simulated account failed.';
  return toResponse(messageOf({ kind: 'error', status: 500, code: 'INTERNAL_ERROR', message }, randomUUID()));
}
