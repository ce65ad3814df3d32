import { describe, expect, it } from 'vitest';
import { completion } from '../api/testing/bodies.js';
import { denied, missing, ok, saturated, scripted } from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';

const sides = `
compare:
  bare: { call: { api: chat, model: "\${models.system.bare}" } }
  full: { call: { api: chat, model: "\${models.system}" } }`;
const expecting = `${sides}\nexpect: { all: completion, equivalent: [status, served-model] }`;
const observing = `${sides}\nobserve: [status]`;

describe('a comparison', () => {
  it('passes when every side holds and they are equivalent; findings and exchanges name their side', async () => {
    const { finished, exchanges } = await runCase(expecting, scripted(ok, ok));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 2 });
    expect(exchanges.map(({ step }) => step)).toEqual(['bare', 'full']);
    expect(new Set(finished.findings.map(({ step }) => step))).toEqual(new Set(['bare', 'full', undefined]));
  });

  it('fails when they differ', async () => {
    const { finished } = await runCase(expecting, scripted(ok, { json: completion({ model: 'another-model' }) }));
    expect(finished.verdict).toBe('failed');
    expect(finished.findings.filter(({ holds }) => !holds)).toMatchObject([
      { check: 'equivalent.served-model', line: 8 },
    ]);
  });

  it('fails when they fail alike', async () => {
    expect((await runCase(expecting, scripted(denied, denied))).finished.verdict).toBe('failed');
  });

  it('is flaky when a side was lost to the network once', async () => {
    const { finished } = await runCase(expecting, scripted(ok, { fault: 'reset' }, ok));
    expect(finished).toMatchObject({ verdict: 'passed', flaky: true, requests: 3 });
  });

  it('ends at a side that cannot be judged', async () => {
    const gateway = scripted({ fault: 'tls' }, ok);
    const { finished } = await runCase(expecting, gateway);
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'wire.tls' } });
    expect(gateway.requests).toHaveLength(1);
  });

  it('of refusals for quota is inconclusive', async () => {
    const { finished } = await runCase(expecting, scripted(ok, saturated));
    expect(finished).toMatchObject({ verdict: 'inconclusive', reason: { code: 'quota.saturated' } });
  });

  it('of refusals for quota is judged where they are expected', async () => {
    const { finished } = await runCase(
      `${sides}\nexpect: { all: { status: 429 }, equivalent: [error-code] }`,
      scripted(saturated),
    );
    expect(finished).toMatchObject({ verdict: 'passed', requests: 2 });
  });

  it('looks references up in what every side must hold', async () => {
    const body = `${sides}\nexpect: { all: { body: { model: "\${models.system}" } }, equivalent: [status] }`;
    const named = { json: completion({ model: 'system.ai.some-model' }) };
    expect((await runCase(body, scripted(named))).finished.verdict).toBe('passed');
    expect((await runCase(body, scripted(ok))).finished.verdict).toBe('failed');
  });
});

describe('an observed comparison', () => {
  it('records every side', async () => {
    const { finished } = await runCase(observing, scripted(ok, missing), { verifies: 'AUTH-14' });
    expect(finished).toMatchObject({
      verdict: 'observed',
      observed: { bare: { status: 200 }, full: { status: 404 } },
    });
  });

  it('with a refusal for quota in it is inconclusive', async () => {
    const { finished } = await runCase(observing, scripted(ok, saturated), { verifies: 'AUTH-14' });
    expect(finished.verdict).toBe('inconclusive');
  });
});
