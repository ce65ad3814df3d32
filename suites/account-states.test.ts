import { afterAll, describe, expect, it } from 'vitest';
import { apiNames } from '../src/api/index.js';
import { openContracts } from '../src/cli/open-contracts.js';
import { findSuite, openLibrary } from '../src/cli/open-library.js';
import { readTool } from '../src/cli/package-root.js';
import { type SimulatedAccountOptions, startSimulatedAccount } from '../src/mock/index.js';
import { makePlan } from '../src/plan/index.js';
import { openContext, runInstance } from '../src/run/index.js';
import { targetOfDocument } from '../src/target/index.js';
import { mustHave } from './target-under-test.js';

const library = mustHave(await openLibrary());
const full = mustHave(findSuite(library, 'full'));

/** Opens a simulated account in a state that the suites do not meet, to run cases on it. `claims`: features that it is said to have. */
async function accountIn(state: SimulatedAccountOptions, claims?: readonly string[]) {
  const account = await startSimulatedAccount(state);
  const { roles } = library;
  const context = { environment: account.environment, homeDirectory: '/nowhere', roles, apis: apiNames };
  const document = { ...account.targetDocument, ...(claims !== undefined && { features: claims }) };
  const target = mustHave(targetOfDocument('mock', document, context));
  const { context: running, close } = openContext({
    target,
    apis: openContracts(),
    tool: readTool(),
    emit: () => {},
    signal: new AbortController().signal,
  });
  afterAll(async () => {
    await close();
    await account.close();
  });
  return async (...cases: string[]) => {
    const { instances } = makePlan(library.specs, { ...full, select: [{ cases }] }, target);
    const runnable = instances.filter(({ skip }) => skip === undefined);
    return Promise.all(runnable.map((instance) => runInstance(instance, running)));
  };
}

function distinct(found: readonly unknown[]): readonly unknown[] {
  return [...new Set(found.map((one) => JSON.stringify(one)))].map((text) => JSON.parse(text) as unknown);
}

describe('a gateway that is not enabled', async () => {
  const run = await accountIn({ gatewayDisabled: true });

  it('is what the specs of that state observe, on every API and both routes', async () => {
    const found = await run('errors.gateway-not-enabled', 'errors.gateway-not-enabled[*]');
    expect(found.length).toBe(2 * apiNames.length);
    expect(distinct(found.map(({ verdict, observed }) => [verdict, observed?.['error-code']]))).toEqual([
      ['observed', 'FEATURE_DISABLED'],
    ]);
  });

  it('is no workspace that answers', async () => {
    const found = await run('naming.fully-qualified-name[*]');
    expect(found.length).toBeGreaterThan(0);
    expect(distinct(found.map(({ verdict }) => verdict))).toEqual(['failed']);
  });
});

describe('an account that takes fully qualified names only', async () => {
  const run = await accountIn({ namesEnforced: true });
  const pretended = await accountIn({}, ['names-enforced']);

  it('holds what the specs say of it', async () => {
    const found = await run('naming.bare-name-enforced[*]', 'naming.bare-name[*]');
    expect(found.length).toBe(4);
    expect(distinct(found.map(({ verdict }) => verdict))).toEqual(['passed']);
  });

  it('is told from one that takes bare names after all', async () => {
    const found = await pretended('naming.bare-name-enforced[*]');
    expect(found.length).toBe(2);
    expect(distinct(found.map(({ verdict }) => verdict))).toEqual(['failed']);
  });
});
