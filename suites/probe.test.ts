import { afterAll, describe, expect, it } from 'vitest';
import { faults } from '../src/mock/faults/index.js';
import { type SimulatedAccount, startSimulatedAccount } from '../src/mock/index.js';
import { doesNotApply } from './probe/does-not-apply.js';
import { type Check, probe } from './probe/llmprobe.js';
import { withAuthorization } from './probe/with-authorization.js';

// A third opinion of the simulated account, beside the harness's own contracts and the official clients: a conformance
// suite that knows nothing of either (llmprobe, Apache-2.0, two dependencies, runs on Node 20).

const account = await startSimulatedAccount();
const relay = await withAuthorization(account.origins['home'] ?? '', tokenOf(account));
afterAll(async () => {
  relay.close();
  await account.close();
});

function tokenOf({ targetDocument, environment }: SimulatedAccount): string {
  return environment[targetDocument.identities['default']?.token?.env ?? ''] ?? '';
}

const gateway = (origin: string | undefined, below: string) => `${origin}/ai-gateway/${below}`;
const home = account.origins['home'];
const surfaces = [
  { surface: 'chat', base: gateway(home, 'mlflow/v1'), model: 'system' },
  { surface: 'responses', base: gateway(home, 'mlflow/v1'), model: 'openai' },
  { surface: 'embeddings', base: gateway(home, 'mlflow/v1'), model: 'embedding' },
  // Its own client for Messages sends x-api-key only, which is no credential to Databricks.
  { surface: 'messages', base: gateway(relay.origin, 'anthropic/v1'), model: 'system' },
] as const;

async function checksOf(base: string, role: string, surface: string, of = account): Promise<readonly Check[]> {
  const checks = await probe(base, of.targetDocument.models[role]?.fqn ?? '', tokenOf(of));
  return checks.filter((check) => check.surface === surface);
}

describe.each(surfaces)('llmprobe on $surface', ({ surface, base, model }) => {
  it('finds nothing wrong in what applies', async () => {
    const checks = await checksOf(base, model, surface);
    const excused = doesNotApply[surface] ?? {};
    const notPassed = checks.filter(({ outcome }) => outcome !== 'pass');
    const wrong = notPassed.filter(({ id }) => excused[id] === undefined);
    expect(wrong.map(({ id, outcome, detail, failures }) => ({ id, outcome, detail, failures }))).toEqual([]);
    expect(Object.keys(excused).filter((id) => !notPassed.some((check) => check.id === id))).toEqual([]);
    expect(checks.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(0);
  });
});

describe('llmprobe', () => {
  it('finds what is wrong with a faulty account', async () => {
    const fault = faults.find(({ id }) => id === 'chat.object-of-another-kind');
    const faulty = await startSimulatedAccount(fault === undefined ? {} : { deviation: fault.deviate() });
    try {
      const checks = await checksOf(gateway(faulty.origins['home'], 'mlflow/v1'), 'system', 'chat', faulty);
      const failed = checks.filter(({ id, outcome }) => outcome === 'fail' && doesNotApply['chat']?.[id] === undefined);
      expect(failed.length).toBeGreaterThan(0);
    } finally {
      await faulty.close();
    }
  });
});
