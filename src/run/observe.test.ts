import { describe, expect, it } from 'vitest';
import { denied, missing, ok, saturated, scripted, unavailable } from './testing/fake-gateway.js';
import { type Options, runCase } from './testing/run-cases.js';

const observes: Options = { verifies: 'AUTH-14' };
const body = 'call: { api: chat, auth: invalid }\nobserve: [status, error-code]';

describe('an observation', () => {
  it('records what was asked for, and judges nothing', async () => {
    const { finished, exchanges } = await runCase(body, scripted(denied), observes);
    expect(finished).toMatchObject({
      verdict: 'observed',
      observed: { status: 403, 'error-code': 'PERMISSION_DENIED' },
      findings: [],
    });
    expect(exchanges[0]?.identity).toBe('invalid');
  });

  it('of a refusal for quota is inconclusive, lest the record drift with the load', async () => {
    const { finished } = await runCase(body, scripted(saturated), observes);
    expect(finished).toMatchObject({ verdict: 'inconclusive', reason: { code: 'quota.saturated' }, requests: 4 });
    expect(finished).not.toHaveProperty('observed');
  });

  it('of a refusal for quota is recorded in a case that is about one', async () => {
    const flood = `
steps:
  - call: { api: chat }
    expect: { status: 429 }
  - call: { api: chat }
    observe: [status, error-code]`;
    const { finished, clock } = await runCase(flood, scripted(saturated), observes);
    expect(finished).toMatchObject({
      verdict: 'observed',
      observed: { status: 429, 'error-code': 'REQUEST_LIMIT_EXCEEDED' },
    });
    expect(clock.waits).toEqual([]);
  });

  it('waits a busy service away', async () => {
    const { finished } = await runCase(body, scripted(unavailable, denied), observes);
    expect(finished.observed).toMatchObject({ status: 403 });
  });

  it('of a gateway that stalls records the fault', async () => {
    const { finished } = await runCase(body, scripted({ fault: 'idle-timeout', beforeResponse: false }), observes);
    expect(finished).toMatchObject({
      verdict: 'observed',
      observed: { outcome: 'not-http (idle-timeout)', status: null, 'error-code': null },
    });
  });

  it('of the network is an error', async () => {
    const { finished } = await runCase(body, scripted({ fault: 'dns' }), observes);
    expect(finished).toMatchObject({ verdict: 'error', reason: { code: 'wire.dns' } });
  });

  it('behind a control that fails is inconclusive, and not made', async () => {
    const controlled = `
steps:
  - call: { api: chat }
    expect: completion
  - call: { api: chat, auth: invalid }
    observe: [status]`;
    const gateway = scripted(missing, denied);
    const { finished } = await runCase(controlled, gateway, observes);
    expect(finished).toMatchObject({ verdict: 'inconclusive', reason: { code: 'control.failed' } });
    expect(finished.findings.some(({ holds }) => !holds)).toBe(true);
    expect(gateway.requests).toHaveLength(1);
  });

  it('beside another one keeps its own record', async () => {
    const twice = `
steps:
  - call: { api: chat }
    observe: [status]
  - name: refused
    call: { api: chat, auth: invalid }
    observe: [status]`;
    const { finished } = await runCase(twice, scripted(ok, denied), observes);
    expect(finished.observed).toEqual({ 'step 1': { status: 200 }, refused: { status: 403 } });
  });
});
