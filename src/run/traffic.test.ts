import { describe, expect, it } from 'vitest';
import { smallTarget } from '../plan/testing/small-target.js';
import type { Case } from '../spec/index.js';
import { caseOf } from '../spec/testing/load-cases.js';
import type { TargetLimits } from '../target/index.js';
import type { WireRequest } from '../wire/index.js';
import { runPlan } from './run-plan.js';
import { answering, ok, type Reply, saturated, scripted, sentBody } from './testing/fake-gateway.js';
import { openFakeContext, planOf, runCase } from './testing/run-cases.js';
import type { Budget } from './traffic/index.js';

const completion = 'call: { api: chat }\nexpect: completion';
const modelIn = (request: WireRequest): string => JSON.parse(sentBody(request)).model;

function limited(limits: Partial<TargetLimits>) {
  return { ...smallTarget, limits: { ...smallTarget.limits, ...limits } };
}

function cases(...bodies: readonly string[]): readonly Case[] {
  return bodies.map((body, index) => ({ ...caseOf(body), id: `area.n${index}` }));
}

interface Sent {
  readonly model: string;
  readonly at: number;
}

/** Runs cases at once on a gateway that is told the time of each request. */
async function run(
  listed: readonly Case[],
  reply: (request: WireRequest, at: number) => Reply,
  options: { readonly limits?: Partial<TargetLimits>; readonly budget?: Budget; readonly concurrency?: number } = {},
) {
  const sent: Sent[] = [];
  let now = () => 0;
  const gateway = answering((request) => {
    sent.push({ model: modelIn(request), at: now() });
    return reply(request, now());
  });
  const { budget } = options;
  const opened = openFakeContext(gateway, {
    target: limited(options.limits ?? {}),
    ...(budget === undefined ? {} : { budget }),
  });
  now = opened.context.elapsed;
  await runPlan(planOf(listed, opened.context.target), opened.context, options.concurrency ?? 8);
  const finished = opened.events.filter((event) => event.event === 'finished');
  const exchanges = opened.events.filter((event) => event.event === 'exchange');
  return { sent, finished, exchanges };
}

describe('a refusal for quota', () => {
  const refusing = (until: number, header?: string) => (request: WireRequest, at: number) => {
    if (modelIn(request) !== 'system.ai.some-model' || at >= until) return ok;
    return header === undefined ? saturated : { ...(saturated as object), headers: { 'Retry-After': header } };
  };

  it('holds all requests to the model service back, under both of its names, and no others', async () => {
    const models = ['${models.system}', '${models.system.bare}', '${models.private}'];
    const listed = cases(...models.map((model) => `call: { api: chat, model: "${model}" }\nexpect: completion`));
    const { sent, finished } = await run(listed, refusing(300_000, '300'), { concurrency: 1 });
    expect(sent.map(({ model }) => model)).toEqual(['system.ai.some-model', 'main.gateway.private-model']);
    expect(finished.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'inconclusive', 'passed']);
  });

  it('lets all go on when it is over, without having sent anything meanwhile', async () => {
    const { sent, finished } = await run(cases(completion, completion), refusing(5_000, '5'));
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 5_000, 5_000]);
    expect(finished.every(({ verdict }) => verdict === 'passed')).toBe(true);
  });

  it('keeps requests that come later from being sent at all until it is over', async () => {
    const listed = cases(completion, completion, completion, completion);
    const { sent } = await run(listed, refusing(10_000, '10'), { concurrency: 2 });
    // Two were under way together; nobody asks again before the time is over.
    expect(sent.filter(({ at }) => at < 10_000)).toHaveLength(2);
    expect(sent).toHaveLength(6);
  });

  it('is told from slowness: exchanges say how long they were held back for quota', async () => {
    const { exchanges } = await run(cases(completion), refusing(2_000, '2'));
    expect(exchanges.map(({ waits }) => waits)).toEqual([undefined, { quota: 2_000 }]);
  });

  it('that asks for a longer wait than there is time for is inconclusive, and others are not even sent', async () => {
    const { sent, finished } = await run(
      cases(completion, completion),
      () => ({
        ...(saturated as object),
        headers: { 'Retry-After': '300' },
      }),
      { concurrency: 1 },
    );
    expect(sent).toHaveLength(1);
    expect(finished.map(({ verdict, reason, requests }) => [verdict, reason?.code, requests])).toEqual([
      ['inconclusive', 'quota.saturated', 1],
      ['inconclusive', 'quota.saturated', 0],
    ]);
    expect(finished[1]?.reason?.message).toContain('the wait of 300 s that follows');
  });

  it('keeps nobody waiting who asks about quota', async () => {
    const about = 'call: { api: chat }\nexpect: { status: 429 }';
    const { sent } = await run(cases(about, about), () => saturated, { concurrency: 1 });
    expect(sent.map(({ at }) => at)).toEqual([0, 0]);
  });

  it('is judged, and not waited away, from the step on that expects it', async () => {
    const another = `
steps:
  - call: { api: chat }
    expect: { status: 429 }
  - call: { api: chat, as: without-execute }
    expect: completion`;
    const { finished, clock } = await runCase(another, scripted(saturated));
    expect(finished.verdict).toBe('failed');
    expect(clock.waits).toEqual([]);
    const before = another
      .replace('status: 429', 'status: 200')
      .replace('expect: completion', 'expect: { status: 429 }');
    expect((await runCase(before, scripted(saturated))).finished).toMatchObject({
      verdict: 'inconclusive',
      reason: { code: 'quota.saturated' },
    });
  });
});

describe('the limits of a target', () => {
  it('spread requests over the seconds', async () => {
    const listed = cases(...Array.from({ length: 6 }, () => completion));
    const { sent, exchanges } = await run(listed, () => ok, { limits: { requestsPerSecond: 2 } });
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 500, 1_000, 1_500, 2_000]);
    expect(exchanges.map(({ waits }) => waits?.pace ?? 0).sort((a, b) => a - b)).toEqual([
      0, 0, 500, 1_000, 1_500, 2_000,
    ]);
  });

  it('do not send a request whose turn came when the quota was used up meanwhile', async () => {
    const listed = cases(completion, completion);
    const refusing = (_request: WireRequest, at: number): Reply =>
      at < 3_000 ? { ...(saturated as object), headers: { 'Retry-After': '3' } } : ok;
    const { sent } = await run(listed, refusing, { limits: { requestsPerSecond: 1 } });
    expect(sent.map(({ at }) => at)).toEqual([0, 3_000, 4_000]);
  });

  it('spread tokens over the minutes, by what answers say that they cost', async () => {
    const listed = cases(...Array.from({ length: 4 }, () => completion));
    const serial = listed.map((item) => ({ ...item, serial: 'one' }));
    // Each may cost 256 and some tokens, and costs far fewer.
    const { sent } = await run(serial, () => ok, { limits: { tokensPerMinute: 400 } });
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 0]);
    const together = await run(listed, () => ok, { limits: { tokensPerMinute: 400 } });
    expect(together.sent.at(-1)?.at).toBeGreaterThan(60_000);
  });
});

describe('the budget of a run', () => {
  it('leaves out what it has no room for, with that reason, and sends nothing more', async () => {
    const listed = cases(...Array.from({ length: 5 }, () => completion));
    const { sent, finished } = await run(listed, () => ok, { budget: { requests: 3 } });
    expect(sent).toHaveLength(3);
    expect(finished.filter(({ verdict }) => verdict === 'passed')).toHaveLength(3);
    const skipped = finished.filter(({ verdict }) => verdict === 'skipped');
    expect(skipped.map(({ reason }) => reason?.code)).toEqual(['budget.requests', 'budget.requests']);
  });

  it('is the one that the target names, unless the run names another', async () => {
    const listed = cases(completion, completion, completion);
    expect((await run(listed, () => ok, { limits: { totalRequests: 1 } })).sent).toHaveLength(1);
    expect((await run(listed, () => ok, { limits: { totalRequests: 1 }, budget: { requests: 2 } })).sent).toHaveLength(
      2,
    );
  });

  it('ends a case in its middle when retries have used it up, and still cleans up', async () => {
    const body = `${completion}\nfinally:\n  - request: { method: DELETE, path: /gone }\n    expect: { status: 200 }`;
    const gateway = answering((request) => (request.method === 'DELETE' ? { json: {} } : saturated));
    const { finished } = await runCase(body, gateway, { budget: { requests: 3 } });
    expect(gateway.requests.map(({ method }) => method)).toEqual(['POST', 'POST', 'POST', 'DELETE']);
    expect(finished.verdict).toBe('inconclusive');
  });

  it('is inconclusive for the step that it has no request for', async () => {
    const body = 'call: { api: chat }\nexpect: { status: 418 }\neventually: { within: 60s, every: 1s }';
    const { finished, exchanges } = await runCase(body, scripted(ok), { budget: { requests: 2 } });
    expect(finished).toMatchObject({ verdict: 'inconclusive', reason: { code: 'budget.requests' }, requests: 2 });
    expect(exchanges).toHaveLength(2);
  });

  it('counts tokens', async () => {
    const listed = cases(completion, completion, completion).map((item) => ({ ...item, serial: 'one' }));
    const { finished } = await run(listed, () => ok, { budget: { tokens: 290 } });
    // An answer costs far less than it might, so that there is room for a second; for a third there is none.
    expect(finished.map(({ reason }) => reason?.code)).toEqual([undefined, undefined, 'budget.tokens']);
  });
});
