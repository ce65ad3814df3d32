import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { defaultAccount } from './account/default-account.js';
import { databricksConfigOf } from './databricks-config.js';
import { describeSimulatedAccount } from './describe.js';
import { listModelsPath } from './gateway/list-models.js';
import { upstreamLogPath } from './gateway/read-upstream-log.js';
import { whoAmIPath } from './gateway/who-am-i.js';
import { portProblem } from './port-problem.js';
import { startSimulatedAccount } from './start.js';
import { ask, paths, saidBy, send, simulation, tokenOf } from './testing/simulation.js';

const account = simulation();

/** Ports and tokens differ from run to run; golden files must not. */
function settled(text: string): string {
  const { origins, environment, targetDocument } = account();
  const { id = '', 'account-id': accountId = '' } =
    targetDocument.identities['account-service-principal']?.client ?? {};
  let result = text.replaceAll(id, '<client id>').replaceAll(accountId, '<account id>');
  for (const [name, origin] of Object.entries(origins))
    result = result.replaceAll(origin, `http://127.0.0.1:<${name}>`);
  for (const [variable, token] of Object.entries(environment)) result = result.replaceAll(token, `<${variable}>`);
  return result;
}

const refusing = [
  'disabled',
  'denied-before-the-call',
  'denied-after-the-call',
  'policy-fails',
  'served-elsewhere',
  'unavailable',
];

describe('the simulated account', () => {
  it('is described by a target document', async () => {
    await expect(settled(stringify(account().targetDocument))).toMatchFileSnapshot('golden/target.yaml');
  });

  it('is described by profiles for official clients', async () => {
    await expect(settled(databricksConfigOf(account()))).toMatchFileSnapshot('golden/databrickscfg.ini');
  });

  it('is described the same when it is not served, at origins that lead nowhere', () => {
    const { targetDocument, environment } = describeSimulatedAccount();
    const served = account();
    const nowhere = Object.entries(served.origins).reduce(
      (text, [name, origin]) => text.replaceAll(origin, `https://${name}.invalid`),
      JSON.stringify(served.targetDocument),
    );
    const anyId = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>');
    expect(anyId(JSON.stringify(targetDocument))).toBe(anyId(nowhere));
    expect(Object.keys(environment)).toEqual(Object.keys(served.environment));
  });

  it('gives each identity of the document a token of its own, new at every start', () => {
    const own = Object.entries(account().targetDocument.identities).filter(([, { token }]) => token !== undefined);
    const tokens = own.map(([identity]) => tokenOf(account(), identity));
    for (const token of tokens) expect(token).toMatch(/^dapi[0-9a-f]{32}$|^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}$/);
    const others = defaultAccount().tokens.map(({ secret }) => secret);
    expect(new Set([...tokens, ...others]).size).toBe(2 * tokens.length);
  });

  it('behaves as its document says', async () => {
    const { models, identities } = account().targetDocument;
    for (const [as, { expects = {}, refused = false }] of Object.entries(identities)) {
      for (const [role, { lacks }] of Object.entries(expects)) {
        const { status } = await ask(account(), { as, model: models[role]?.fqn });
        expect([as, role, status]).toEqual([as, role, lacks.length === 0 ? 200 : 403]);
      }
      const { status } = await ask(account(), { as, model: models['system']?.bare });
      expect([as, status]).toEqual([
        as,
        refused || ['unity-catalog-scope', 'over-budget', 'without-system-execute'].includes(as) ? 403 : 200,
      ]);
    }
    for (const [role, { fqn, apis, limit }] of Object.entries(models)) {
      if (limit !== undefined || refusing.includes(role)) continue;
      for (const api of apis.filter((name) => /^(chat|messages)/.test(name))) {
        const site = role === 'foreign' ? 'foreign' : 'home';
        expect(saidBy(await ask(account(), { model: fqn, api, site }))).toContain('Hello');
      }
    }
  });

  it('shows no token in any response', async () => {
    const { origins, environment } = account();
    const tokens = Object.values(environment);
    const forms = [
      (token: string) => `Bearer ${token}`,
      (token: string) => `Basic ${Buffer.from(`token:${token}`).toString('base64')}`,
      (token: string) => token,
      (token: string) => `Digest ${token}`,
    ];
    const asked = [
      paths['chat'],
      paths['messages'],
      whoAmIPath,
      listModelsPath,
      upstreamLogPath,
      '/ai-gateway/nothing',
      '/nothing',
    ];
    const requests = Object.values(origins).flatMap((origin) =>
      asked.flatMap((path = '') =>
        ['GET', 'POST'].flatMap((method) => forms.map((form) => ({ origin, path, method, form }))),
      ),
    );
    // Each request once, and each token in each form: every token with every request would be thousands, and no other thing.
    const attempts = Array.from({ length: Math.max(requests.length, tokens.length * forms.length) }, (_, at) => {
      const { origin, path, method, form } = requests[at % requests.length] as (typeof requests)[number];
      const token = tokens[Math.floor(at / forms.length) % tokens.length] ?? '';
      const headers = { authorization: form(token), 'content-type': 'application/json' };
      const body = method === 'POST' && { body: JSON.stringify({ model: 'main.llm.assistant', stop: token }) };
      return { origin, request: { method, path, headers, ...body } };
    });
    expect(new Set(attempts.map(({ request }) => request.headers.authorization)).size).toBe(
      tokens.length * forms.length,
    );
    for (const { origin, request } of attempts) {
      const { text, headers } = await send(origin, request);
      const seen = text + JSON.stringify(headers);
      expect(tokens.filter((token) => seen.includes(token))).toEqual([]);
      expect(seen).not.toContain(String(request.headers.authorization));
    }
  });

  it('is served on the ports that are asked for', async () => {
    const port = await freePort();
    const other = await startSimulatedAccount({ ports: { second: port } });
    expect(other.origins['second']).toBe(`http://127.0.0.1:${port}`);
    expect((await ask(other, { site: 'second' })).status).toBe(200);
    await other.close();
  });

  it('says which port cannot be had, and leaves none open', async () => {
    const taken = Number(new URL(account().origins['home'] ?? '').port);
    const first = await freePort();
    const failure: unknown = await startSimulatedAccount({ ports: { account: first, second: taken } }).catch(
      (error: unknown) => error,
    );
    const problem = portProblem(failure);
    expect(problem?.code).toBe('mock.port-unavailable');
    await expect(`${problem?.message.replace(String(taken), '<port>')}\n${problem?.fix}\n`).toMatchFileSnapshot(
      'golden/port-unavailable.txt',
    );
    await expect(request(`http://127.0.0.1:${first}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(portProblem(new Error('something else'))).toBeUndefined();
  });

  it('closes, also twice and under open connections', async () => {
    const other = await startSimulatedAccount();
    expect((await ask(other)).status).toBe(200);
    await other.close();
    await other.close();
    await expect(ask(other)).rejects.toThrow();
  });

  it('can be another one: what stays of the standard keeps its role', async () => {
    const standard = defaultAccount();
    const [home] = standard.metastores;
    const revoked = standard.grants.filter(({ to }) => to !== 'granted');
    const other = await startSimulatedAccount({
      account: {
        ...standard,
        metastores: home ? [home] : [],
        workspaces: standard.workspaces.slice(0, 1),
        grants: revoked,
      },
    });
    expect(Object.keys(other.origins)).toEqual(['account', 'home']);
    expect(Object.keys(other.targetDocument.models)).toEqual([
      'system',
      'blocks',
      'openai',
      'gemini',
      'embedding',
      'private',
      'inherited',
      'limited',
      'limited-by-user',
      'limited-by-tokens',
      'limited-by-group',
      'disabled',
      'scratch',
      'denied-before-the-call',
      'denied-after-the-call',
      'redacted-by-policy',
      'passed-by-policy',
      'policy-fails',
      'served-elsewhere',
      'refers-to-system',
      'unavailable',
      'falls-back',
      'not-for-ai-query',
      'hidden',
      'seen',
    ]);
    expect((await ask(other, { as: 'granted' })).status).toBe(403);
    await other.close();
  });
});

// "Query model services", section "REST API": the example as it stands, with a model of this account.
describe('the documented example', () => {
  const messages = [
    { role: 'user', content: 'Hello!' },
    { role: 'assistant', content: 'Hello! How can I assist you today?' },
    { role: 'user', content: 'What is Databricks?' },
  ];

  it.each<[client: string, model: string, authorization: (token: string) => string]>([
    [
      'curl',
      'system.ai.databricks-claude-sim-1',
      (token) => `Basic ${Buffer.from(`token:${token}`).toString('base64')}`,
    ],
    ['the OpenAI client', 'system.ai.databricks-claude-sim-1', (token) => `Bearer ${token}`],
    ['the OpenAI client, by the bare name', 'databricks-claude-sim-1', (token) => `Bearer ${token}`],
  ])('works with %s', async (_, model, authorization) => {
    const { status, json } = await send(account().origins['home'] ?? '', {
      path: '/ai-gateway/mlflow/v1/chat/completions',
      headers: { 'Content-Type': 'application/json', authorization: authorization(tokenOf(account(), 'no-grants')) },
      body: JSON.stringify({ model, max_tokens: 256, messages }),
    });
    expect(status).toBe(200);
    expect(json.choices[0].message.content).toMatch(/\S/);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
