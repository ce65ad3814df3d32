import { describe, expect, it, onTestFinished } from 'vitest';
import { apiNames } from '../api/index.js';
import type { JournalEvent } from '../journal/index.js';
import { contracted } from '../judge/testing/answers.js';
import { defaultAccount, startSimulatedAccount } from '../mock/index.js';
import type { Library } from '../spec/index.js';
import { caseOf } from '../spec/testing/load-cases.js';
import { smallVocabulary } from '../spec/testing/small-vocabulary.js';
import { type Target, targetOfDocument } from '../target/index.js';
import { defaultLimits } from '../wire/index.js';
import { createWireClient } from '../wire/sending.js';
import { run } from './run.js';
import { fakeClock } from './testing/fake-clock.js';
import { planOf } from './testing/run-cases.js';

const everything = { name: 'all', title: 'All', select: [], except: [], proves: [] };

interface Ran {
  readonly events: readonly JournalEvent[];
  /** Everything that was written, and every secret that must not be in it. */
  readonly written: string;
  readonly secrets: readonly string[];
  readonly tokenRequests: number;
  readonly waits: readonly number[];
}

/**
 * Runs a case on a simulated account whose only identity, `default`, is its service principal. Harness and account share
 * a clock on which time passes only when the case waits.
 */
async function runAs(
  body: string,
  tokenLifetime: number,
  change = (environment: Record<string, string>) => environment,
): Promise<Ran> {
  const clock = fakeClock();
  const standard = defaultAccount();
  const account = await startSimulatedAccount({ account: standard, tokenLifetime, now: clock.now });
  const wire = createWireClient({ limits: defaultLimits });
  onTestFinished(async () => {
    await wire.close();
    await account.close();
  });
  const { workspaces, models, identities } = account.targetDocument;
  const document = {
    workspaces: { home: workspaces['home'] ?? { url: '' } },
    models: { system: models['system'] ?? { fqn: '', apis: [] } },
    identities: { default: { client: identities['service-principal']?.client ?? { id: '', secret: { env: '' } } } },
  };
  const { roles } = smallVocabulary;
  const context = { environment: change({ ...account.environment }), homeDirectory: '/nowhere', roles, apis: apiNames };
  const read = targetOfDocument('mock', document, context);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const target: Target = read.value;
  const item = caseOf(body);
  const events: JournalEvent[] = [];
  const secrets = standard.clients.map(({ secret }) => secret);
  let tokenRequests = 0;
  await run({
    plan: planOf([item], target),
    library: libraryOf(item),
    suite: everything,
    target,
    apis: contracted,
    tool: { name: 'harness', version: '1.0.0' },
    emit: (event) => events.push(event),
    signal: new AbortController().signal,
    clock,
    client: {
      close: wire.close,
      async send(request, signal, options) {
        const exchange = await wire.send(request, signal, options);
        if (request.url.endsWith('/v1/token')) {
          tokenRequests += 1;
          const { access_token: token } = JSON.parse(Buffer.from(exchange.response?.body ?? []).toString());
          if (token !== undefined) secrets.push(token);
        }
        return exchange;
      },
    },
  });
  return { events, written: JSON.stringify(events), secrets, tokenRequests, waits: clock.waits };
}

function libraryOf(item: ReturnType<typeof caseOf>): Library {
  const { catalogue, roles } = smallVocabulary;
  const specs = [{ file: 'spec.yaml', text: '', title: 'A behaviour', cases: [item] }];
  return { specs, suites: new Map(), catalogue, roles, digest: 'd1ge57' };
}

const verdicts = (events: readonly JournalEvent[]) =>
  events.flatMap((event) => (event.event === 'finished' ? [event.verdict] : []));

function expectNoSecret({ written, secrets }: Ran): void {
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets)
    for (const form of [secret, Buffer.from(secret).toString('base64').slice(0, 40)])
      expect(written).not.toContain(form);
}

describe('a run as a service principal', () => {
  it('goes on when its token expires in the middle of it', async () => {
    const ran = await runAs(
      `
steps:
  - call: { api: chat }
    expect: completion
  - call: { api: chat, model: no.such.model }
    expect: completion
    eventually: { within: 10m, every: 1m }`,
      100,
    );
    // The last step never holds, and is tried for ten minutes: without a new token it would end in 403, not in 404.
    const statuses = ran.events.flatMap((event) =>
      event.event === 'exchange' ? [event.exchange.response?.status] : [],
    );
    expect(statuses).toEqual([200, ...Array.from({ length: 10 }, () => 404)]);
    expect(ran.tokenRequests).toBe(10);
    expectNoSecret(ran);
  });

  it('fetches one token for all of it', async () => {
    const ran = await runAs(
      'each: { api: [chat, messages], n: [1, 2, 3] }\ncall: { prompt: "Say ${each.n}." }\nexpect: completion',
      3600,
    );
    expect(verdicts(ran.events)).toEqual(Array.from({ length: 6 }, () => 'passed'));
    expect(ran.tokenRequests).toBe(1);
    expectNoSecret(ran);
  });

  it('fails when its tokens are over before they are sent, and no secret shows', async () => {
    const ran = await runAs('call: { api: chat }\nexpect: completion', 0);
    // Preflight sees it: the token that was just issued is refused.
    expect(ran.events).toContainEqual({
      event: 'problem',
      problem: expect.objectContaining({ code: 'target.credential-refused' }),
    });
    expectNoSecret(ran);
  });

  it('is skipped with the reason when its secret is wrong, and what needs no credential is run', async () => {
    const ran = await runAs(
      'each: { auth: [bearer, none] }\nrequest: { path: /.well-known/databricks-config }\nexpect: { status: 200 }',
      3600,
      (environment) => Object.fromEntries(Object.keys(environment).map((name) => [name, 'a-wrong-secret'])),
    );
    const planned = ran.events.filter((event) => event.event === 'planned');
    expect(planned.map(({ skip }) => skip?.code)).toEqual(['needs.credential', undefined]);
    expect(verdicts(ran.events)).toEqual(['passed']);
    const problems = ran.events.filter((event) => event.event === 'problem');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.problem.message).toMatch(
      /\/oidc\/v1\/token does not accept the client of the identity default \(HTTP 401, invalid_client\)$/,
    );
    expect(planned[0]?.skip?.message).toContain(problems[0]?.problem.message);
    expectNoSecret(ran);
    expect(ran.written).not.toContain('a-wrong-secret');
    // The refusal was remembered: the run did not go on knocking.
    expect(ran.tokenRequests).toBe(1);
  });

  it('keeps the token out of the journal that a spec asks for itself', async () => {
    const ran = await runAs(
      `
request:
  auth: client
  path: /oidc/v1/token
  headers: { content-type: application/x-www-form-urlencoded }
  text: grant_type=client_credentials
expect: { status: 200, body: { access_token: { $type: string, $empty: false } } }`,
      3600,
    );
    expect(verdicts(ran.events)).toEqual(['passed']);
    expect(ran.tokenRequests).toBe(2);
    expectNoSecret(ran);
  });
});
