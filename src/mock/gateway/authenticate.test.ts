import { describe, expect, it } from 'vitest';
import { ask, send, simulation, tokenOf } from '../testing/simulation.js';
import { whoAmIPath } from './who-am-i.js';

const account = simulation();

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
const token = () => tokenOf(account(), 'default');
const unknown = `dapi${'0'.repeat(32)}`;

interface Row {
  readonly sent: string;
  readonly headers: () => Record<string, string | string[]>;
  readonly status: number;
}

const rows: readonly Row[] = [
  { sent: 'a valid token as Bearer', headers: () => ({ authorization: `Bearer ${token()}` }), status: 200 },
  { sent: 'a scheme in another case', headers: () => ({ authorization: `bEARER ${token()}` }), status: 200 },
  { sent: 'a valid token as Basic', headers: () => ({ authorization: basic(`token:${token()}`) }), status: 200 },
  {
    sent: 'a bogus x-api-key beside a valid token',
    headers: () => ({ authorization: `Bearer ${token()}`, 'x-api-key': 'unused' }),
    status: 200,
  },
  { sent: 'nothing', headers: () => ({}), status: 401 },
  { sent: 'a valid token as x-api-key', headers: () => ({ 'x-api-key': token() }), status: 401 },
  { sent: 'a valid token as api-key', headers: () => ({ 'api-key': token() }), status: 401 },
  { sent: 'an unsupported scheme', headers: () => ({ authorization: `Digest ${token()}` }), status: 401 },
  { sent: 'a token without a scheme', headers: () => ({ authorization: token() }), status: 401 },
  { sent: 'an empty token', headers: () => ({ authorization: 'Bearer ' }), status: 401 },
  { sent: 'Basic with another user name', headers: () => ({ authorization: basic(`admin:${token()}`) }), status: 401 },
  { sent: 'Basic without a colon', headers: () => ({ authorization: basic(token()) }), status: 401 },
  { sent: 'Basic that is not base64', headers: () => ({ authorization: `Basic !${token()}!` }), status: 401 },
  { sent: 'an unknown token', headers: () => ({ authorization: `Bearer ${unknown}` }), status: 403 },
  { sent: 'an unknown token as Basic', headers: () => ({ authorization: basic(`token:${unknown}`) }), status: 403 },
  { sent: 'an empty password', headers: () => ({ authorization: basic('token:') }), status: 403 },
  { sent: 'a valid token and more', headers: () => ({ authorization: `Bearer ${token()}0` }), status: 403 },
  {
    sent: 'a valid token in another case',
    headers: () => ({ authorization: `Bearer ${token().toUpperCase()}` }),
    status: 403,
  },
  {
    sent: 'an expired token',
    headers: () => ({ authorization: `Bearer ${tokenOf(account(), 'expired')}` }),
    status: 403,
  },
  {
    sent: 'two Authorization fields',
    headers: () => ({ authorization: [`Bearer ${token()}`, `Bearer ${token()}`] }),
    status: 401,
  },
];

const messages: Record<number, string> = {
  401: 'Credential was not sent or was of an unsupported type for this API.',
  403: 'Invalid Token',
};

describe.each(rows)('$sent', ({ headers, status }) => {
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({
    model: 'main.llm.assistant',
    max_tokens: 64,
    messages: [{ role: 'user', content: 'Say hello.' }],
  });

  it.each([
    ['POST', '/ai-gateway/mlflow/v1/chat/completions'],
    ['POST', '/ai-gateway/anthropic/v1/messages'],
    ['GET', whoAmIPath],
  ])(`is answered with ${status} by %s %s`, async (method, path) => {
    const sent = { method, path, headers: { ...json, ...headers() }, ...(method === 'POST' && { body }) };
    const response = await send(account().origins['home'] ?? '', sent);
    expect(response.status).toBe(status);
    if (status !== 200) expect(response.json).toEqual({ error_code: status, message: messages[status] });
  });
});

describe('a caller without a valid credential', () => {
  it.each([
    ['an unknown model', { model: 'main.llm.nobody' }],
    ['a wrong request', { body: { messages: 'no' } }],
    ['an account-level URL without a workspace', { site: 'account' }],
  ])('learns nothing about %s', async (_, question) => {
    const response = await ask(account(), { ...question, headers: { authorization: `Bearer ${unknown}` } });
    expect(response.json).toEqual({ error_code: 403, message: 'Invalid Token' });
  });
});
