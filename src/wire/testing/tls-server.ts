import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { fileURLToPath } from 'node:url';
import { listening } from './raw-server.js';

/** An authority of these tests, whose key is gone, and what it signed for `localhost` and 127.0.0.1 from 2020 until 2120. */
export const authorityFile = certificate('authority.pem');

function certificate(name: string): string {
  return fileURLToPath(new URL(`./certificates/${name}`, import.meta.url));
}

/** An https server on loopback for one test; `another-name` has a certificate for a name that is not its own, `expired` one of January 2020. */
export async function tlsServer(
  kind: 'server' | 'another-name' | 'expired' = 'server',
): Promise<{ readonly port: number; readonly url: string }> {
  const server = createServer(
    { key: readFileSync(certificate('server.key')), cert: readFileSync(certificate(`${kind}.pem`)) },
    (_request, answer) => answer.end('over TLS'),
  );
  const port = await listening(server);
  return { port, url: `https://127.0.0.1:${port}/` };
}
