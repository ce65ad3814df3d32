import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { createWireClient, type WireClientOptions } from '../create-client.js';
import type { WireRequest } from '../exchange.js';
import { defaultLimits, type WireLimits } from '../limits.js';

/** A TCP server on loopback for the length of one test; `answer` is called with each connection once a request head has come. */
export async function rawServer(answer: (socket: Socket, request: string, connection: number) => void) {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    const connection = connections;
    let received = '';
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (!received.includes('\r\n\r\n')) return;
      const request = received;
      received = '';
      requests.push(request);
      answer(socket, request, connection);
    });
  });
  const port = await listening(server);
  return { port, url: `http://127.0.0.1:${port}/`, requests, connections: () => connections };
}

export async function httpServer(listener: RequestListener) {
  const server = createHttpServer(listener);
  const port = await listening(server);
  return { port, url: `http://127.0.0.1:${port}/` };
}

/** A port on which nothing listens. */
export async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Listens on loopback until the test is finished; then cuts every connection. */
export async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** A client for one test. Without a proxy unless one is given. */
export function testClient(limits: Partial<WireLimits> = {}, options: Omit<Partial<WireClientOptions>, 'limits'> = {}) {
  const client = createWireClient({ proxy: {}, ...options, limits: { ...defaultLimits, totalMs: 20_000, ...limits } });
  onTestFinished(() => client.close());
  return client;
}

export function get(url: string): WireRequest {
  return { method: 'GET', url, headers: [] };
}

export function post(url: string, body: string): WireRequest {
  return { method: 'POST', url, headers: [['Content-Type', 'application/json']], body: Buffer.from(body) };
}

export function bodyText(exchange: { readonly response?: { readonly body: Uint8Array } }): string {
  return Buffer.from(exchange.response?.body ?? []).toString('latin1');
}
