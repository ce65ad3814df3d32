import { describe, expect, it } from 'vitest';
import { ask, send, simulation, tokenOf } from '../testing/simulation.js';
import { listModelsPath } from './list-models.js';
import { whoAmIPath } from './who-am-i.js';

const enabled = simulation();
const disabled = simulation({ gatewayDisabled: true });
const elsewhere = 'system.ai.databricks-elsewhere-sim-1';

describe('an account whose gateway is not enabled', () => {
  it('says so on every origin, whatever is asked of the gateway', async () => {
    for (const site of ['home', 'second', 'account']) {
      const headers = { 'x-databricks-workspace-id': '1000000000000001' };
      const { status, json } = await ask(disabled(), { site, headers, model: 'main.llm.nobody' });
      expect([status, json.error_code]).toEqual([404, 'FEATURE_DISABLED']);
    }
    expect(disabled().targetDocument.features).toContain('gateway-not-enabled');
    expect(enabled().targetDocument.features).not.toContain('gateway-not-enabled');
  });

  it('does not tell it to strangers, and still says who its callers are', async () => {
    expect((await ask(disabled(), { as: 'nobody' })).status).toBe(401);
    expect((await ask(disabled(), { as: 'expired' })).status).toBe(403);
    const authorization = `Bearer ${tokenOf(disabled(), 'default')}`;
    const read = (path: string) =>
      send(disabled().origins['home'] ?? '', { method: 'GET', path, headers: { authorization } });
    expect((await read(whoAmIPath)).status).toBe(200);
    expect((await read(listModelsPath)).json.error_code).toBe('FEATURE_DISABLED');
  });
});

describe('a service whose destination fails', () => {
  it('fails with it, unless it has another to fall back on', async () => {
    const { status, json } = await ask(enabled(), { model: 'main.llm.unavailable' });
    expect([status, json.error_code]).toEqual([500, 'INTERNAL_ERROR']);
    expect((await ask(enabled(), { model: 'main.llm.falls-back' })).status).toBe(200);
  });
});

describe('a model that no region of the account serves', () => {
  it('is refused to those who may call it, and hidden from others as any other', async () => {
    const { status, json } = await ask(enabled(), { model: elsewhere });
    expect([status, json.error_code]).toEqual([400, 'BAD_REQUEST']);
    expect(json.message).toContain(elsewhere);
    expect((await ask(enabled(), { model: elsewhere, as: 'without-system-execute' })).status).toBe(403);
  });
});
