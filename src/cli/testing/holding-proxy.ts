import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HoldingProxy {
  readonly url: string;
  /** Lets so many model requests through; the one after them, and whatever comes later, gets no answer. Resolves when that is there. */
  holdAfter(requests: number): Promise<void>;
  /** Lets everything through again. */
  letThrough(): void;
  close(): Promise<void>;
}

/** Stands before a gateway, so that a test knows where a run is that it kills. */
export async function serveHoldingProxy(origin: string): Promise<HoldingProxy> {
  let left = Number.POSITIVE_INFINITY;
  let held = () => {};
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/ai-gateway/') === true) left -= 1;
    if (left < 0) {
      held();
      return;
    }
    const forwarded = request(
      `${origin}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers, agent: false },
      (response) => {
        outgoing.writeHead(response.statusCode ?? 502, response.rawHeaders);
        response.pipe(outgoing);
      },
    );
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holdAfter(requests) {
      left = requests;
      return new Promise((resolve) => {
        held = resolve;
      });
    },
    letThrough() {
      left = Number.POSITIVE_INFINITY;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
