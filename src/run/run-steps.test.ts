import { describe, expect, it } from 'vitest';
import { denied, missing, ok, saturated, scripted, sentBody, sentHeader, unavailable } from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';

const refuted = (findings: readonly { readonly holds: boolean; readonly check: string }[]) =>
  findings.filter(({ holds }) => !holds).map(({ check }) => check);

describe('a case of one request', () => {
  it('passes when its expectation holds, and needs no name for its only step', async () => {
    const { finished, exchanges } = await runCase('call: { api: chat }\nexpect: completion', scripted(ok));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 1 });
    expect(finished).not.toHaveProperty('reason');
    expect(finished).not.toHaveProperty('flaky');
    expect(finished.findings.length).toBeGreaterThan(0);
    for (const finding of finished.findings) expect(finding).not.toHaveProperty('step');
    expect(exchanges).toMatchObject([{ step: 'request', attempt: 1, identity: 'default' }]);
  });

  it('fails when it does not, at the line of the spec', async () => {
    const { finished } = await runCase('call: { api: chat }\nexpect: completion', scripted(denied));
    expect(finished.verdict).toBe('failed');
    expect(finished.findings).toMatchObject([{ check: 'completion.status', holds: false, found: 403, line: 6 }]);
  });

  it('warns when what does not hold is only hoped for', async () => {
    const options = { verifies: 'ERR-01' };
    const { finished } = await runCase('call: { api: chat }\nexpect: completion', scripted(denied), options);
    expect(finished.verdict).toBe('warned');
  });
});

describe('steps', () => {
  const two = `
steps:
  - call: { api: chat, prompt: one }
    expect: completion
  - name: closed-service
    call: { api: chat, prompt: two, as: without-execute }
    expect: denied`;

  it('are sent in order, and each finding names its step', async () => {
    const gateway = scripted(ok, denied);
    const { finished, exchanges } = await runCase(two, gateway);
    expect(finished).toMatchObject({ verdict: 'passed', requests: 2 });
    expect(gateway.requests.map((request) => JSON.parse(sentBody(request)).messages[0].content)).toEqual([
      'one',
      'two',
    ]);
    expect(exchanges.map(({ step, identity }) => [step, identity])).toEqual([
      ['step 1', 'default'],
      ['closed-service', 'without-execute'],
    ]);
    expect(new Set(finished.findings.map(({ step }) => step))).toEqual(new Set(['step 1', 'closed-service']));
  });

  it('end at the first that fails', async () => {
    const gateway = scripted(missing, denied);
    const { finished } = await runCase(two, gateway);
    expect(finished).toMatchObject({ verdict: 'failed', requests: 1 });
    expect(gateway.requests).toHaveLength(1);
    expect(refuted(finished.findings)).toEqual(['completion.status']);
  });

  it('end at the first that cannot be judged', async () => {
    const gateway = scripted({ fault: 'tls' }, denied);
    const { finished } = await runCase(two, gateway);
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'wire.tls' }, findings: [] });
    expect(gateway.requests).toHaveLength(1);
  });

  it('are judged by all that they found, not by the last', async () => {
    const { finished } = await runCase(two, scripted(ok, ok));
    expect(finished.verdict).toBe('failed');
    expect(finished.findings.filter(({ step, holds }) => step === 'step 1' && holds).length).toBeGreaterThan(0);
  });
});

describe('captures', () => {
  const captured = `
steps:
  - call: { api: chat }
    expect: completion
    capture: { reply: { answer: text }, trace: { header: X-Trace }, number: { body: $.usage.total_tokens } }
  - call: { api: chat, prompt: "again: \${captures.reply}", headers: { x-trace: "\${captures.trace}", x-number: "\${captures.number}" } }
    expect: completion`;

  it('flow into later steps', async () => {
    const traced = { ...(ok as object), headers: { 'x-trace': 'abc' } };
    const gateway = scripted(traced, ok);
    const { finished } = await runCase(captured, gateway);
    expect(finished.verdict).toBe('passed');
    const second = gateway.requests[1];
    expect(JSON.parse(sentBody(second)).messages[0].content).toBe('again: Hello.');
    expect(sentHeader(second, 'x-trace')).toBe('abc');
    expect(sentHeader(second, 'x-number')).toBe('24');
  });

  it('that the answer does not have fail the step', async () => {
    const gateway = scripted(ok);
    const { finished } = await runCase(captured, gateway);
    expect(finished.verdict).toBe('failed');
    expect(finished.findings.filter(({ holds }) => !holds)).toMatchObject([
      { check: 'capture', expected: { header: 'X-Trace' }, step: 'step 1', line: 6 },
    ]);
    expect(gateway.requests).toHaveLength(1);
  });

  it('are looked up by what the instance itself made up', async () => {
    const body = `
steps:
  - call: { api: chat, prompt: "\${nonce}" }
    expect: completion
    capture: { mine: { body: "$.data[?@.name == '\${nonce}'].id" } }
  - call: { api: chat, prompt: "\${captures.mine}" }
    expect: completion`;
    const gateway = scripted(ok);
    const { finished } = await runCase(body, gateway);
    const nonce = JSON.parse(sentBody(gateway.requests[0])).messages[0].content;
    expect(nonce).toMatch(/^[0-9a-f]{12}$/);
    expect(finished.findings.find(({ check }) => check === 'capture')?.expected).toEqual({
      body: `$.data[?@.name == '${nonce}'].id`,
    });
  });
});

describe('a refusal for quota', () => {
  it('that outlasts the time for waiting is inconclusive', async () => {
    const { finished, exchanges, clock } = await runCase(
      'call: { api: chat }\nexpect: completion',
      scripted(saturated),
    );
    expect(finished).toMatchObject({ verdict: 'inconclusive', reason: { code: 'quota.saturated' }, findings: [] });
    expect(exchanges.map(({ attempt, retried }) => [attempt, retried])).toEqual([
      [1, '429'],
      [2, '429'],
      [3, '429'],
      [4, undefined],
    ]);
    expect(finished.requests).toBe(4);
    expect(clock.waits).toEqual([500, 1000, 2000]);
  });

  it('that is expected is seen at once, and judged', async () => {
    const { finished, clock } = await runCase('call: { api: chat }\nexpect: { status: 429 }', scripted(saturated));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 1 });
    expect(clock.waits).toEqual([]);
  });

  it('that is expected as one of several outcomes is judged too', async () => {
    const body = 'call: { api: chat }\nexpect: { any: [completion, { rejected: { status: [400, 429] } }] }';
    expect((await runCase(body, scripted(saturated))).finished.verdict).toBe('passed');
  });

  it('does not meet a class of statuses', async () => {
    const { finished } = await runCase('call: { api: chat }\nexpect: { status: 4xx }', scripted(saturated));
    expect(finished.verdict).toBe('inconclusive');
  });

  it('does not meet the expectation of no completion', async () => {
    const { finished } = await runCase('call: { api: chat }\nexpect: no-completion', scripted(saturated));
    expect(finished.verdict).toBe('inconclusive');
  });
});

describe('a passing trouble', () => {
  const body = 'call: { api: chat }\nexpect: completion';

  it('of the service is waited away and not flaky', async () => {
    const { finished, exchanges } = await runCase(body, scripted(unavailable, ok));
    expect(finished).toMatchObject({ verdict: 'passed', requests: 2 });
    expect(finished).not.toHaveProperty('flaky');
    expect(exchanges.map(({ retried }) => retried)).toEqual(['503', undefined]);
  });

  it('of the network makes a pass flaky', async () => {
    const { finished, exchanges } = await runCase(body, scripted({ fault: 'reset' }, ok));
    expect(finished).toMatchObject({ verdict: 'passed', flaky: true, requests: 2 });
    expect(exchanges.map(({ retried }) => retried)).toEqual(['reset', undefined]);
  });

  it('of the network does not make a failure flaky', async () => {
    const { finished } = await runCase(body, scripted({ fault: 'reset' }, denied));
    expect(finished.verdict).toBe('failed');
    expect(finished).not.toHaveProperty('flaky');
  });
});

describe('a fault', () => {
  const body = 'call: { api: chat }\nexpect: completion';

  it.each(['dns', 'refused', 'tls', 'proxy', 'connect-timeout', 'reset', 'transport'] as const)(
    'of the network (%s) is an error, with its code',
    async (fault) => {
      const { finished } = await runCase(body, scripted({ fault }));
      expect(finished).toMatchObject({
        verdict: 'error',
        reason: { code: `wire.${fault}`, message: `The exchange ended with ${fault}.` },
      });
    },
  );

  it.each([
    'head-timeout',
    'idle-timeout',
    'total-timeout',
    'body-too-large',
    'head-too-large',
    'malformed',
    'reset',
    'transport',
  ] as const)('of a gateway that has begun to answer (%s) is its failure', async (fault) => {
    const { finished } = await runCase(body, scripted({ fault, beforeResponse: false }));
    expect(finished).toMatchObject({ verdict: 'failed', requests: 1 });
    expect(finished.findings).toMatchObject([{ check: 'completion', holds: false }]);
    expect(finished.findings[0]?.message).toContain(`The exchange ended with ${fault}.`);
  });
});
