import { describe, expect, it } from 'vitest';
import { canary, identity, otherCanary, smallTarget } from '../plan/testing/small-target.js';
import type { Problem } from '../problem/index.js';
import { caseOf } from '../spec/testing/load-cases.js';
import type { Target } from '../target/index.js';
import type { WireRequest } from '../wire/index.js';
import { preflight } from './preflight.js';
import { answering, type Reply, sentHeader } from './testing/fake-gateway.js';
import { type Options, openFakeContext, planOf } from './testing/run-cases.js';

const plain = 'call: { api: chat }\nexpect: completion';
const me = (id: string): Reply => ({ json: { userName: 'me' }, headers: { 'X-Databricks-Org-Id': id } });
const home = me('1111111111111111');

async function look(reply: (request: WireRequest) => Reply, body = plain, options: Options = {}) {
  const gateway = answering(reply);
  const { context } = openFakeContext(gateway, options);
  const found = await preflight(planOf([caseOf(body)], context.target), context);
  return { problems: [...found.problems, ...found.broken.map(({ problem }) => problem)], found, gateway };
}

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);
const tokenOf = (request: WireRequest) => sentHeader(request, 'authorization');

describe('the look at a target before a run', () => {
  it('finds nothing wrong with one that answers', async () => {
    const { problems, gateway } = await look(() => home);
    expect(problems).toEqual([]);
    expect(gateway.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://home.test/api/2.0/preview/scim/v2/Me',
      'GET https://home.test/api/2.0/preview/scim/v2/Me',
    ]);
    for (const request of gateway.requests) expect(sentHeader(request, 'user-agent')).toBe('harness/1.0.0');
  });

  it('asks of a target only what the plan uses', async () => {
    const both = `
each: { workspace: [second], route: [workspace-header] }
steps:
  - call: { api: chat, workspace: home, route: workspace-url, auth: none }
    expect: no-completion
  - call: { api: chat }
    expect: completion`;
    const { gateway } = await look(() => home, both);
    expect(gateway.requests.map(({ url }) => new URL(url).host)).toEqual(['account.test', 'home.test', 'home.test']);
    expect(gateway.requests.map(tokenOf)).toEqual([undefined, `Bearer ${canary}`, `Bearer ${canary}`]);
  });

  it('notices a target that cannot be reached even when the plan skips everything', async () => {
    const nothingToRun = { target: { ...smallTarget, models: {} } };
    const { gateway } = await look(() => home, plain, nothingToRun);
    expect(new Set(gateway.requests.map(({ url }) => new URL(url).host))).toEqual(new Set(['home.test']));
    const { problems } = await look(() => ({ fault: 'refused' }), plain, nothingToRun);
    expect(problems.map(({ code }) => code)).toEqual(['target.unreachable']);
  });

  it('tries a connection that fails a second time', async () => {
    let first = true;
    const { problems } = await look(() => {
      const reply: Reply = first ? { fault: 'reset' } : home;
      first = false;
      return reply;
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ['dns', 'target.unreachable'],
    ['refused', 'target.unreachable'],
    ['proxy', 'target.unreachable'],
    ['connect-timeout', 'target.unreachable'],
    ['head-timeout', 'target.unreachable'],
    ['tls', 'target.tls'],
  ] as const)('tells of %s, for every URL at once, and asks for no identity then', async (fault, code) => {
    const both = `
steps:
  - call: { api: chat, workspace: second }
    expect: completion
  - call: { api: chat, as: without-execute }
    expect: no-completion`;
    const { problems, gateway } = await look(() => ({ fault }), both);
    expect(codes(problems)).toEqual([code, code]);
    expect(problems.map(({ message }) => message).join()).toContain('https://second.test');
    expect(problems.map(({ message }) => message).join()).toContain('https://home.test');
    expect(gateway.requests.map(tokenOf)).not.toContain(`Bearer ${otherCanary}`);
  });

  it('tells of an account-level URL that does not answer', async () => {
    const { problems } = await look(
      ({ url }) => (url.startsWith('https://account.test') ? { fault: 'refused' } : home),
      'each: { route: [workspace-header] }\ncall: { api: chat }\nexpect: completion',
    );
    expect(problems).toMatchObject([
      { code: 'target.unreachable', message: expect.stringContaining('https://account.test') },
    ]);
  });

  it('leaves it to the specs to judge an answer that breaks off', async () => {
    const { problems } = await look(() => ({ fault: 'malformed', beforeResponse: false }));
    expect(problems).toEqual([]);
  });

  it('tells of a URL that is another workspace', async () => {
    const { problems } = await look(() => me('9999999999999999'));
    expect(problems).toMatchObject([
      {
        code: 'target.other-workspace',
        message:
          'https://home.test says that it is the workspace 9999999999999999, but the target calls it home with the id 1111111111111111',
      },
    ]);
  });

  it('shows no part of a credential that is echoed where the id should be', async () => {
    const long = `${canary}-${'x'.repeat(40)}`;
    const target = { ...smallTarget, identities: { ...smallTarget.identities, default: identity(long) } };
    const { problems } = await look(() => me(long), plain, { target });
    expect(codes(problems)).toEqual(['target.other-workspace']);
    expect(problems[0]?.message).toContain('the workspace ‹redacted: secret›,');
  });

  it('takes a URL on trust when the target knows no id, or the answer names none', async () => {
    const target: Target = { ...smallTarget, workspaces: { home: { url: 'https://home.test' } } };
    expect((await look(() => me('9999999999999999'), plain, { target })).problems).toEqual([]);
    expect((await look(() => ({ json: {} }))).problems).toEqual([]);
  });
});

describe('the credential of an identity', () => {
  const refusing = (reply: Reply) => (request: WireRequest) =>
    tokenOf(request) === `Bearer ${otherCanary}` ? reply : home;
  const body = `
steps:
  - call: { api: chat }
    expect: completion
  - call: { api: chat, as: without-execute }
    expect: no-completion`;

  it.each<[string, Reply]>([
    ['401', { status: 401 }],
    ['400 that says so', { status: 400, json: { error_code: '400', message: 'Invalid Token' } }],
    ['403 that says so', { status: 403, json: { error_code: '403', message: 'Invalid access token.' } }],
    ['403 that says so in a bare text', { status: 403, text: 'Invalid access token. [ReqId: 1]' }],
  ])('is refused by %s', async (_, reply) => {
    const { problems, found } = await look(refusing(reply), body);
    expect(found.broken.map(({ role, origin }) => [role, origin])).toEqual([['without-execute', undefined]]);
    expect(problems).toMatchObject([
      {
        code: 'target.credential-refused',
        message: expect.stringContaining('without-execute'),
        fix: 'renew variable TOKEN',
      },
    ]);
    expect(JSON.stringify(problems)).not.toContain(otherCanary);
  });

  it.each<[string, Reply]>([
    ['a 403 for want of a scope', { status: 403, json: { error_code: 'PERMISSION_DENIED', message: 'No scope.' } }],
    ['a 404', { status: 404 }],
    ['a 500', { status: 500 }],
    ['a fault', { fault: 'malformed', beforeResponse: false }],
  ])('is not refused by %s', async (_, reply) => {
    expect((await look(refusing(reply), body)).problems).toEqual([]);
  });

  it('is not looked at when it is meant to be refused', async () => {
    const identities = { ...smallTarget.identities, 'without-execute': identity(otherCanary, true) };
    const { problems, gateway } = await look(refusing({ status: 401 }), body, {
      target: { ...smallTarget, identities },
    });
    expect(problems).toEqual([]);
    expect(gateway.requests.map(tokenOf)).not.toContain(`Bearer ${otherCanary}`);
  });

  it('is shown to the workspaces of the plan only', async () => {
    const { gateway } = await look(
      () => me('2222222222222222'),
      'call: { api: chat, workspace: second }\nexpect: completion',
    );
    expect(new Set(gateway.requests.map(({ url }) => new URL(url).host))).toEqual(new Set(['second.test']));
  });
});

describe('an interruption during the look', () => {
  it('is no problem of the target', async () => {
    const interruption = new AbortController();
    const { problems } = await look(
      () => {
        interruption.abort();
        return 'hang';
      },
      plain,
      { signal: interruption.signal },
    );
    expect(problems).toEqual([]);
  });
});
