import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completion } from '../api/testing/bodies.js';
import { contracted } from '../judge/testing/answers.js';
import { canary, smallTarget } from '../plan/testing/small-target.js';
import { answering, ok, scripted, sentHeader } from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';

const body = 'call: { api: chat }\nexpect: completion';

describe('the events of an instance', () => {
  it('begin with started, end with finished, and have one exchange for each attempt', async () => {
    const { events, finished } = await runCase(body, scripted({ fault: 'reset' }, ok));
    expect(events.map(({ event }) => event)).toEqual(['started', 'exchange', 'exchange', 'finished']);
    expect(events.at(-1)).toEqual(finished);
    expect(finished.durationMs).toBe(500);
  });
});

describe('a defect of the harness', () => {
  it('is an error with its message, and the clean-up still runs', async () => {
    const gateway = answering((request) => {
      if (request.method === 'POST') throw new Error('something broke');
      return ok;
    });
    const cleaning = `${body}\nfinally:\n  - request: { method: DELETE, path: /sessions }`;
    const { finished } = await runCase(cleaning, gateway);
    expect(finished).toMatchObject({
      verdict: 'error',
      reason: { code: 'harness.defect', message: 'the harness itself failed: something broke' },
    });
    expect(gateway.requests.at(-1)?.method).toBe('DELETE');
  });

  it('keeps what was found before it', async () => {
    const steps = `
steps:
  - call: { api: chat }
    expect: completion
    capture: { path: { answer: text } }
  - request: { path: "\${captures.path}" }
    expect: { status: 200 }`;
    const { finished } = await runCase(steps, scripted({ json: completion() }));
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'harness.defect' }, requests: 1 });
    expect(finished.findings.length).toBeGreaterThan(0);
  });

  it('in a comparison is an error too', async () => {
    const comparing = `
compare:
  one: { call: { api: chat } }
  other: { call: { api: chat } }
expect: { all: completion, equivalent: [status] }`;
    const gateway = answering(() => {
      throw new Error('something broke');
    });
    expect((await runCase(comparing, gateway)).finished.reason?.code).toBe('harness.defect');
  });

  it('while it judges leaves the exchange in the journal', async () => {
    const success = () => {
      throw new Error('something broke');
    };
    const apis = { chat: { ...contracted.chat, contract: { ...contracted.chat.contract, success } } };
    const { events, finished } = await runCase(body, scripted(ok), { apis });
    expect(finished.reason).toEqual({ code: 'harness.defect', message: 'the harness itself failed: something broke' });
    expect(events.map(({ event }) => event)).toEqual(['started', 'exchange', 'finished']);
  });
});

describe('a secret', () => {
  const echoes = (secret: string, padding: number) => ({
    status: 400,
    json: {
      error_code: 'BAD_REQUEST',
      message: `${'x'.repeat(padding)} token ${secret} is not valid`,
      [secret]: secret,
    },
    headers: { 'x-echo': secret, 'set-cookie': `session=${secret}` },
  });

  it('is sent, but is in no event, wherever the gateway echoes it and wherever a finding cuts what it quotes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 220 }), async (padding) => {
        const gateway = scripted(echoes(canary, padding));
        const { events } = await runCase(
          'call: { api: chat }\nexpect: { completion: {}, headers: { x-echo: nothing }, body: { error_code: OK, message: { $equals: Fine. } } }',
          gateway,
        );
        expect(sentHeader(gateway.requests[0], 'authorization')).toBe(`Bearer ${canary}`);
        const written = JSON.stringify(events);
        expect(written).not.toContain(canary.slice(0, 12));
        expect(written).toContain('redacted');
      }),
      { numRuns: 60 },
    );
  });

  it('is in no observation', async () => {
    const gateway = scripted({ json: completion({ model: canary }) });
    const { events, finished } = await runCase('call: { api: chat }\nobserve: [served-model, text]', gateway, {
      verifies: 'AUTH-14',
    });
    expect(finished.verdict).toBe('observed');
    expect(JSON.stringify(events)).not.toContain(canary);
    expect(JSON.stringify(finished)).not.toContain(canary);
  });

  it('is in no defect', async () => {
    const gateway = answering(() => {
      throw new Error(`cannot send ${canary}`);
    });
    const { events, finished } = await runCase(body, gateway);
    expect(JSON.stringify([events, finished])).not.toContain(canary);
  });

  it('of Basic is hidden in its encoded form as well', async () => {
    const encoded = Buffer.from(`token:${canary}`).toString('base64');
    const gateway = scripted(echoes(encoded, 10));
    const { events } = await runCase('call: { api: chat, auth: basic }\nexpect: completion', gateway);
    expect(sentHeader(gateway.requests[0], 'authorization')).toBe(`Basic ${encoded}`);
    expect(JSON.stringify(events)).not.toContain(encoded);
  });
});

describe('the name of the caller', () => {
  it.each([
    ['{ api: chat }', 'default'],
    ['{ api: chat, as: without-execute }', 'without-execute'],
    ['{ api: chat, auth: none }', 'none'],
    ['{ api: chat, as: without-execute, auth: invalid }', 'invalid'],
  ])('of %s is %s', async (call, name) => {
    const { exchanges } = await runCase(`call: ${call}\nexpect: completion`, scripted(ok), { target: smallTarget });
    expect(exchanges[0]?.identity).toBe(name);
  });
});
