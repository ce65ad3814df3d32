import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallTarget } from '../plan/testing/small-target.js';
import type { Target } from '../target/index.js';
import { answering, denied, missing, ok, saturated, scripted } from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';
import { unsettled } from './unsettled.js';

const granted = `
call: { api: chat }
expect: completion
eventually: { within: 10s, every: 2s }`;

describe('what is to hold eventually', () => {
  it('is sent once when it holds at once', async () => {
    const { finished, clock } = await runCase(granted, scripted(ok));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 1 });
    expect(clock.waits).toEqual([]);
  });

  it('is tried again until it holds, and only the last answer is judged', async () => {
    const { finished, exchanges, clock } = await runCase(granted, scripted(denied, denied, ok));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 3 });
    expect(finished.findings.every(({ holds }) => holds)).toBe(true);
    expect(clock.waits).toEqual([2000, 2000]);
    expect(exchanges.map(({ attempt, retried }) => [attempt, retried])).toEqual([
      [1, 'eventually'],
      [2, 'eventually'],
      [3, undefined],
    ]);
  });

  it('fails when the answer stays the same wrong one until the time is over', async () => {
    const { finished, clock } = await runCase(granted, scripted(denied));
    expect(finished).toMatchObject({ verdict: 'failed', requests: 5 });
    expect(clock.waits).toEqual([2000, 2000, 2000, 2000]);
  });

  it('fails when the answer changed early and has been the same wrong one since', async () => {
    const { finished } = await runCase(granted, scripted(missing, denied));
    expect(finished.verdict).toBe('failed');
  });

  it('is inconclusive when the answer was still changing', async () => {
    const { finished } = await runCase(granted, scripted(missing, denied, missing, denied, missing));
    expect(finished).toMatchObject({
      verdict: 'inconclusive',
      findings: [],
      reason: {
        code: 'propagation.unsettled',
        message: 'the answer was still changing after 10000 ms (404, 403)',
      },
    });
  });

  it('does not take a passing trouble of the network for a change of the answer', async () => {
    const body = granted.replace('every: 2s', 'every: 4s');
    const { finished, exchanges } = await runCase(body, scripted(denied, { fault: 'dns' }, denied));
    expect(exchanges).toHaveLength(3);
    expect(finished.verdict).toBe('failed');
  });

  it('is inconclusive when the last answer was a refusal for quota', async () => {
    const { finished } = await runCase(granted, scripted(denied, saturated));
    expect(finished).toMatchObject({ verdict: 'inconclusive', reason: { code: 'quota.saturated' } });
  });

  it('is flaky when a try before the one that held was lost to the network', async () => {
    const { finished } = await runCase(granted, scripted({ fault: 'dns' }, ok));
    expect(finished).toMatchObject({ verdict: 'passed', flaky: true, requests: 2 });
  });

  it('is given up when the run is interrupted during the wait', async () => {
    const interruption = new AbortController();
    const gateway = answering(() => {
      setImmediate(() => interruption.abort());
      return denied;
    });
    const body = granted.replace('every: 2s', 'every: 9s');
    const { finished } = await runCase(body, gateway, { signal: interruption.signal });
    expect(gateway.requests.length).toBeLessThan(3);
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'interrupted' } });
  });
});

describe('the answers of the later half', () => {
  const answer = fc.constantFrom('403', '404', '200');

  it('are settled when they are the same', () => {
    fc.assert(
      fc.property(fc.array(answer), answer, (early, last) => {
        const constant = Array.from({ length: early.length + 2 }, () => last);
        return unsettled([...early, ...constant]) === undefined;
      }),
    );
  });

  it('are not when the last two differ', () => {
    fc.assert(
      fc.property(fc.array(answer), (early) => {
        expect(unsettled([...early, '403', '404'])).toEqual(expect.arrayContaining(['403', '404']));
      }),
    );
  });

  it('are settled when there is only one, or none', () => {
    expect([unsettled([]), unsettled(['403'])]).toEqual([undefined, undefined]);
  });
});

describe('what several requests are to bring about', () => {
  const flood = 'call: { api: chat }\nexpect: { status: 429 }\neventually: { times: 4 }';

  it('is asked for without a pause, until it comes about', async () => {
    const { finished, exchanges, clock } = await runCase(flood, scripted(ok, ok, saturated));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 3 });
    expect(exchanges.map(({ retried }) => retried)).toEqual(['eventually', 'eventually', undefined]);
    expect(clock.waits).toEqual([]);
  });

  it('fails when it has not come about after that many', async () => {
    const { finished } = await runCase(flood, scripted(ok));
    expect(finished).toMatchObject({ verdict: 'failed', requests: 4 });
  });

  it('fails when it came about with something wrong in it: answers change on the way', async () => {
    const body = flood.replace('status: 429', 'status: 429, headers: { retry-after: { $exists: true } }');
    const { finished } = await runCase(body, scripted(ok, saturated, ok, saturated));
    expect(finished).toMatchObject({ verdict: 'failed', requests: 4 });
    expect(finished.findings.find(({ holds }) => !holds)?.check).toBe('headers');
  });

  it('may be as many as are clearly more than the limit of a model service', async () => {
    const target: Target = {
      ...smallTarget,
      models: {
        ...smallTarget.models,
        private: { fqn: 'a.b.c', apis: ['chat'], limit: { requests: 2, perMs: 1_000 } },
      },
    };
    const body = flood.replace('times: 4', 'times: "${models.private.beyond-limit}"');
    expect((await runCase(body, scripted(ok), { target })).finished.requests).toBe(6);
  });

  it('ends with the time when that comes first', async () => {
    const body = flood.replace('times: 4', 'times: 40, within: 5s, every: 2s');
    expect((await runCase(body, scripted(ok))).finished).toMatchObject({ verdict: 'failed', requests: 3 });
  });
});
