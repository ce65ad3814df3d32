import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { smallTarget } from '../../../plan/testing/small-target.js';
import type { Credential } from '../../../target/index.js';
import { createRedactor, defaultLimits } from '../../../wire/index.js';
import { createWireClient } from '../../../wire/sending.js';
import { type FakeClock, fakeClock } from '../../testing/fake-clock.js';
import { type Credentials, openCredentials } from '../credentials.js';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Said {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Issuer {
  readonly origin: string;
  readonly asked: readonly Asked[];
}

/** A host on loopback for the length of one test. `say` is given what was asked, and the host's own origin. */
export async function serveIssuer(say: (asked: Asked, origin: string) => Said | Promise<Said>): Promise<Issuer> {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    const one = { method, path, headers, body: Buffer.concat(chunks).toString() };
    asked.push(one);
    const { status = 200, json, text, headers: more } = await say(one, origin);
    response.writeHead(status, { 'content-type': 'application/json', ...more }).end(text ?? JSON.stringify(json ?? {}));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { origin, asked };
}

/** Answers discovery as Databricks does, and each request for a token with `issue`. */
export function databricks(issue: (number: number) => Said | Promise<Said>) {
  let issued = 0;
  return ({ path }: Asked, origin: string): Said | Promise<Said> => {
    switch (path) {
      case '/.well-known/databricks-config':
        return { json: { oidc_endpoint: `${origin}/oidc`, account_id: 'a-1', host_type: 'workspace' } };
      case '/oidc/.well-known/oauth-authorization-server':
        return { json: { issuer: `${origin}/oidc`, token_endpoint: `${origin}/oidc/v1/token` } };
      case '/oidc/v1/token':
        issued += 1;
        return issue(issued);
      default:
        return { status: 404 };
    }
  };
}

export const tokenNumber = (number: number) => `token-of-the-client-number-${number}`;

export function tokenFor(number: number, seconds: unknown = 3600): Said {
  return { json: { access_token: tokenNumber(number), token_type: 'Bearer', expires_in: seconds } };
}

export const clientOf = (more: object = {}): Credential => ({
  kind: 'client',
  id: 'some:client',
  secret: 'some secret+/%',
  scope: 'all-apis',
  origin: 'variable SECRET',
  ...more,
});

export interface Opened extends Credentials {
  readonly clock: FakeClock & { pass(milliseconds: number): void };
  readonly redacted: (text: string) => string;
  readonly end: AbortController;
}

/** Credentials of one identity, `default`, over real HTTP and a clock of the test's own. */
export function openFor(credential: Credential): Opened {
  const base = fakeClock();
  let passed = 0;
  const clock = {
    ...base,
    now: () => base.now() + passed,
    pass: (milliseconds: number) => {
      passed += milliseconds;
    },
  };
  const redactor = createRedactor([]);
  const end = new AbortController();
  const client = createWireClient({ limits: defaultLimits });
  onTestFinished(() => client.close());
  const target = { ...smallTarget, identities: { default: { credential, expects: {}, refused: false } } };
  const credentials = openCredentials({ target, client, clock, redactor, userAgent: 'harness/1', signal: end.signal });
  return { ...credentials, clock, redacted: (text) => redactor.text(text), end };
}

export const never = new AbortController().signal;
