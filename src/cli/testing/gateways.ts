import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { temporaryFile } from './command-line.js';

export interface Gateway {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** Serves one listener on loopback. */
export async function serveGateway(listener: RequestListener): Promise<Gateway> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const token = 'dapi0123456789abcdef0123456789abcdef';

/** A target of one workspace whose default identity takes its token from TOKEN. */
export function targetFileFor(url: string, limits = ''): string {
  return temporaryFile(
    'target.yaml',
    `workspaces: { home: { url: "${url}", id: "7" } }
models:
  system: { fqn: main.llm.any, bare: any, apis: [chat, messages] }
  private: { fqn: main.llm.private, apis: [chat, messages] }
identities:
  default: { token: { env: TOKEN } }
  granted: { token: { env: TOKEN } }
  without-execute: { token: { env: TOKEN } }
features: [bare-names]
${limits}
`,
  );
}
