import { describe, expect, it } from 'vitest';
import type { ApiName } from '../account/account.js';
import { ask, saidBy, simulation } from '../testing/simulation.js';

const account = simulation();
const masked = simulation({ maskDenied: true });

const services = ['system.ai.databricks-claude-sim-1', 'main.llm.assistant', 'main.shared.assistant'] as const;
type Allowed = readonly [system: boolean, personal: boolean, shared: boolean];

// By hand, from the definition of the standard identities.
const mayCall: readonly (readonly [identity: string, allowed: Allowed])[] = [
  ['default', [true, true, true]],
  ['granted', [true, true, false]],
  ['inherits-execute', [true, false, true]],
  ['without-execute', [true, false, false]],
  ['without-use-catalog', [true, false, false]],
  ['without-use-schema', [true, false, false]],
  ['no-grants', [true, false, false]],
];

const cases = mayCall.flatMap(([as, allowed]) =>
  services.flatMap((model, index) =>
    (['chat', 'messages'] as const satisfies readonly ApiName[]).map((api) => ({
      as,
      model,
      api,
      allowed: allowed[index] === true,
    })),
  ),
);

describe('permissions', () => {
  it('are not asked for on what a service refers to', async () => {
    const as = 'without-system-execute';
    expect((await ask(account(), { as, model: 'main.llm.refers-to-system' })).status).toBe(200);
    expect((await ask(account(), { as, model: 'main.llm.assistant' })).status).toBe(403);
  });

  it.each(cases)('$as calls $model by $api: $allowed', async ({ allowed, ...question }) => {
    const response = await ask(account(), question);
    expect(response.status).toBe(allowed ? 200 : 403);
    if (allowed) expect(saidBy(response)).toContain('Hello');
    else expect(response.json).toMatchObject({ error_code: 'PERMISSION_DENIED' });
  });

  it.each([
    ['no-grants', 'main.llm.assistant', "USE CATALOG on Catalog 'main'"],
    ['without-use-catalog', 'main.llm.assistant', "USE CATALOG on Catalog 'main'"],
    ['without-use-schema', 'main.llm.assistant', "USE SCHEMA on Schema 'main.llm'"],
    ['without-execute', 'main.llm.assistant', "EXECUTE on Model Service 'main.llm.assistant'"],
    ['granted', 'main.shared.assistant', "USE SCHEMA on Schema 'main.shared'"],
  ])('%s is told which privilege on %s is missing', async (as, model, privilege) => {
    const { json } = await ask(account(), { as, model });
    expect(json.message).toBe(`PERMISSION_DENIED: User does not have ${privilege}.`);
  });

  it.each(['no-grants', 'without-execute', 'without-use-catalog', 'without-use-schema'])(
    '%s cannot tell a denied service from one that does not exist, where denials are masked',
    async (as) => {
      const denied = await ask(masked(), { as });
      const unknown = await ask(masked(), { as, model: 'main.llm.nobody' });
      expect([denied.status, unknown.status]).toEqual([404, 404]);
      expect(denied.json).toMatchObject({ error_code: 'NOT_FOUND', message: "'main.llm.assistant' does not exist" });
      expect(unknown.json).toMatchObject({ error_code: 'NOT_FOUND', message: "'main.llm.nobody' does not exist" });
    },
  );

  it('still answers who may call, where denials are masked', async () => {
    expect((await ask(masked(), { as: 'granted' })).status).toBe(200);
  });

  it('are judged before the request is, so that who may not query a model learns nothing about it', async () => {
    const response = await ask(account(), { as: 'no-grants', body: { messages: [] } });
    expect(response.status).toBe(403);
  });
});
