import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulatedAccount, waiting } from '../mock/index.js';
import { smallTarget } from '../plan/testing/small-target.js';
import { createWireClient } from '../wire/sending.js';
import type { FakeGateway } from './testing/fake-gateway.js';
import { runCase } from './testing/run-cases.js';

/** From a spec to the rows of an engine and back, over real sockets; only the harness's own waits are not real. */
describe('a statement on the simulated account', () => {
  let account: Awaited<ReturnType<typeof startSimulatedAccount>>;
  beforeAll(async () => {
    account = await startSimulatedAccount({ warehouses: { start: waiting(20), chunkRows: 2 } });
  });
  afterAll(() => account.close());

  async function run(body: string) {
    const { workspaces, warehouses = {}, models, environment } = { ...account.targetDocument, ...account };
    const secret = environment['SIMULATED_TOKEN_DEFAULT'] ?? '';
    const credential = { ...smallTarget.identities['default']?.credential, secret } as never;
    const target = {
      ...smallTarget,
      workspaces: { home: { url: account.origins['home'] ?? '', id: workspaces['home']?.id ?? '' } },
      models: { ...smallTarget.models, system: { fqn: models['system']?.fqn ?? '', apis: ['chat'] } },
      identities: { default: { ...smallTarget.identities['default'], credential } as never },
      warehouses,
    };
    const client = createWireClient({ limits: target.limits.wire, connections: 1 });
    return runCase(body, client as FakeGateway, { target });
  }

  it('asks the model for each row, and puts the chunks together', async () => {
    const { finished, exchanges } = await run(`
sql:
  statement: |
    WITH t(x) AS (VALUES ('a'), ('b'), ('c'), (:last), ('e'))
    SELECT ai_query('\${models.system}', 'Repeat exactly: ' || x || '-\${nonce}') AS answer FROM t ORDER BY x
  parameters: { last: "d's" }
expect:
  statement-succeeded:
    columns: [answer]
    rows: [["a-\${nonce}"], ["b-\${nonce}"], ["c-\${nonce}"], ["d's-\${nonce}"], ["e-\${nonce}"]]`);
    expect(finished.findings.filter(({ holds }) => !holds)).toEqual([]);
    expect(finished.verdict).toBe('passed');
    expect(exchanges.map(({ step }) => step)).toEqual(['request', 'request, chunk 1', 'request, chunk 2']);
  });

  it('fails where the model is not there', async () => {
    const { finished } = await run(`
sql: { statement: "SELECT ai_query('system.ai.no-such', 'Hello.')" }
expect: { statement-failed: { class: REMOTE_FUNCTION_HTTP_FAILED_ERROR, sql-state: "57012" } }`);
    expect(finished.verdict).toBe('passed');
  });
});
