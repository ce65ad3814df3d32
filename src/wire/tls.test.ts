import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { get, listening, testClient } from './testing/raw-server.js';
import { authorityFile, tlsServer } from './testing/tls-server.js';

it('refuses a certificate of an unknown authority, and says what would name it', async () => {
  const server = await tlsServer();
  const exchange = await testClient().send(get(server.url));
  expect(exchange.fault).toMatchObject({ code: 'tls', beforeResponse: true, cause: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  expect(exchange.fault?.message).toContain('NODE_EXTRA_CA_CERTS');
});

it('reports a server that does not speak TLS', async () => {
  const port = await listening(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  const exchange = await testClient().send(get(`https://127.0.0.1:${port}/`));
  expect(exchange.fault).toMatchObject({ code: 'tls', beforeResponse: true });
});

/** Node reads NODE_EXTRA_CA_CERTS when it starts: only another process can show that the client heeds it. */
async function sendFromProcess(url: string, environment: Record<string, string>): Promise<string> {
  const script = `
    import { runnerImport } from 'vite';
    const load = async (file) => (await runnerImport(process.argv[1] + file, { configFile: false })).module;
    const { createWireClient } = await load('sending.ts');
    const { defaultLimits } = await load('limits.ts');
    const client = createWireClient({ limits: defaultLimits, proxy: {} });
    const { fault, response } = await client.send({ method: 'GET', url: process.argv[2], headers: [] });
    console.log(fault === undefined ? Buffer.from(response.body).toString() : fault.code + ' ' + fault.cause);
    await client.close();
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script, fileURLToPath(new URL('./', import.meta.url)), url],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), env: { ...process.env, ...environment } },
  );
  return stdout.trim();
}

it('trusts an authority that NODE_EXTRA_CA_CERTS names, and only then', async () => {
  const server = await tlsServer();
  expect(await sendFromProcess(server.url, { NODE_EXTRA_CA_CERTS: authorityFile })).toBe('over TLS');
  expect(await sendFromProcess(server.url, { NODE_EXTRA_CA_CERTS: '' })).toBe('tls UNABLE_TO_VERIFY_LEAF_SIGNATURE');
});

it.each([
  ['another-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['expired', 'CERT_HAS_EXPIRED'],
] as const)('refuses the certificate "%s" even from a trusted authority', async (kind, cause) => {
  const server = await tlsServer(kind);
  expect(await sendFromProcess(server.url, { NODE_EXTRA_CA_CERTS: authorityFile })).toBe(`tls ${cause}`);
});
