import { describe, expect, it } from 'vitest';
import { graceMs } from './grace.js';
import { answering, denied, ok, saturated, scripted, unavailable } from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';

const pathOf = ({ url }: { readonly url: string }) => new URL(url).pathname;

const made = `
steps:
  - call: { api: chat }
    expect: completion
    capture: { thing: { answer: id } }
finally:
  - request: { method: DELETE, path: "/things/\${captures.thing}" }
    expect: { status: [200, 404] }
  - request: { method: DELETE, path: /sessions }`;

describe('clean-up', () => {
  it('runs after success, with what was captured, and is in the journal', async () => {
    const gateway = scripted(ok);
    const { finished, exchanges } = await runCase(made, gateway);
    expect(finished).toMatchObject({ verdict: 'passed', requests: 3 });
    expect(gateway.requests.slice(1).map(pathOf)).toEqual(['/things/chatcmpl_1', '/sessions']);
    expect(exchanges.map(({ step }) => step)).toEqual(['step 1', 'finally 1', 'finally 2']);
    expect(finished.findings.at(-1)).toMatchObject({ check: 'status', holds: true, step: 'finally 1' });
  });

  it('runs after a failure, and leaves out what was never made', async () => {
    const gateway = scripted(denied, ok);
    const { finished } = await runCase(made, gateway);
    expect(finished.verdict).toBe('failed');
    expect(gateway.requests.slice(1).map(pathOf)).toEqual(['/sessions']);
    expect(finished.findings.filter(({ step }) => step === 'finally 1')).toEqual([]);
  });

  it('runs after a stop', async () => {
    const gateway = scripted({ fault: 'tls' }, ok);
    const { finished } = await runCase(made, gateway);
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'wire.tls' }, requests: 2 });
    expect(gateway.requests.slice(1).map(pathOf)).toEqual(['/sessions']);
  });

  it('goes on to its end when a part of it fails', async () => {
    const gateway = scripted(ok, denied, ok);
    const { finished } = await runCase(made, gateway);
    expect(gateway.requests).toHaveLength(3);
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'clean-up.failed' } });
    expect(finished.reason?.message).toBe(
      'the case was passed, but its clean-up failed: The status is 403; expected 200 or 404. The gateway says: No EXECUTE.',
    );
  });

  it('that fails does not hide that the case failed', async () => {
    const body = made.replace('expect: completion', 'expect: denied');
    const { finished } = await runCase(body, scripted(ok, denied, ok));
    expect(finished.verdict).toBe('failed');
    expect(finished.findings.filter(({ holds }) => !holds).map(({ step }) => step)).toContain('finally 1');
  });

  it('that is lost to the network is told as a finding', async () => {
    const { finished } = await runCase(made, scripted(ok, ok, { fault: 'dns' }));
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'clean-up.failed' } });
    expect(finished.findings.at(-1)).toMatchObject({ check: 'clean-up', holds: false, step: 'finally 2', line: 12 });
  });

  it('waits for a busy service, and makes nothing flaky', async () => {
    const { finished } = await runCase(made, scripted(ok, unavailable, { fault: 'reset' }, ok));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 5 });
    expect(finished).not.toHaveProperty('flaky');
  });

  it('waits for quota beside steps that use it up', async () => {
    const body = `
steps:
  - call: { api: chat }
    expect: { status: 429 }
finally:
  - request: { method: DELETE, path: /sessions }`;
    const { finished, exchanges } = await runCase(body, scripted(saturated, saturated, ok));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 3 });
    expect(exchanges.map(({ step, attempt }) => `${step}/${attempt}`)).toEqual([
      'step 1/1',
      'finally 1/1',
      'finally 1/2',
    ]);
  });

  it('runs after a comparison too', async () => {
    const body = `
compare:
  one: { call: { api: chat } }
  other: { call: { api: chat } }
expect: { all: completion, equivalent: [status] }
finally:
  - request: { method: DELETE, path: /sessions }`;
    const gateway = scripted(denied, ok);
    await runCase(body, gateway);
    expect(gateway.requests.map(pathOf).at(-1)).toBe('/sessions');
  });
});

describe('clean-up after an interruption', () => {
  it('runs, and the case says that it was interrupted', async () => {
    const interruption = new AbortController();
    const gateway = answering((request) => {
      if (request.method === 'DELETE') return ok;
      interruption.abort();
      return 'hang';
    });
    const { finished, clock } = await runCase(made, gateway, { signal: interruption.signal });
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'interrupted' }, durationMs: 0 });
    expect(gateway.requests.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    // A timer that is left would hold the process for as long.
    expect(clock.sleeping()).toBe(0);
  });

  it('ends when the time for it is over, however many steps are left', async () => {
    const interruption = new AbortController();
    const gateway = answering((request) => {
      if (request.method === 'POST') interruption.abort();
      return request.method === 'POST' ? ok : 'hang';
    });
    const { finished, clock } = await runCase(made, gateway, { signal: interruption.signal });
    expect(clock.waits).toEqual([graceMs]);
    expect(finished).toMatchObject({ verdict: 'error', durationMs: graceMs });
    expect(finished.findings.filter(({ check }) => check === 'clean-up')).toHaveLength(2);
  });

  it('is not hurried when nothing was interrupted', async () => {
    const body = `${made}
    expect: { status: 200 }
    eventually: { within: 5m, every: 1m }`;
    const { finished, clock } = await runCase(body, scripted(ok, ok, denied, denied, denied, ok));
    expect(finished.verdict).toBe('passed');
    expect(clock.waits).toEqual([60_000, 60_000, 60_000]);
  });
});
