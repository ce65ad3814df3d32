import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Relay {
  readonly origin: string;
  close(): void;
}

/** Relays requests with an Authorization that their sender does not know to send. */
export async function withAuthorization(to: string, token: string): Promise<Relay> {
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, host: new URL(to).host, authorization: `Bearer ${token}` };
    const onward = request(to + incoming.url, { method: incoming.method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
