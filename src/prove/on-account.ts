import { apiNames, type CompiledApi } from '../api/index.js';
import type { JournalEvent } from '../journal/index.js';
import type { AccountState } from '../mock/faults/index.js';
import { type Deviation, startSimulatedAccount } from '../mock/index.js';
import { type Instance, makePlan } from '../plan/index.js';
import { type ContextOptions, openContext, runPlan } from '../run/index.js';
import type { Library, Suite } from '../spec/index.js';
import { type Target, targetOfDocument } from '../target/index.js';
import { hastyLimits, skippingClock } from './patience.js';
import { casesIn, instancesIn, type Scope } from './scope.js';
import { type Shown, shownOf } from './shown.js';

/** What every task of a process shares. */
export interface Workshop {
  readonly library: Library;
  readonly suite: Suite;
  readonly apis: Readonly<Record<string, CompiledApi>>;
  readonly tool: { readonly name: string; readonly version: string };
}

/** Runs a part of the suite on an account of its own. Rejects when the account or the harness itself fails. */
export async function runOnAccount(
  state: AccountState,
  deviation: Deviation | undefined,
  scope: Scope,
  workshop: Workshop,
): Promise<readonly Shown[]> {
  const { library, suite, apis, tool } = workshop;
  const clock = skippingClock();
  const faulty = deviation === undefined ? {} : { deviation };
  const account = await startSimulatedAccount({ ...state, ...faulty, now: clock.now });
  try {
    const read = targetOfDocument('mock', account.targetDocument, {
      environment: account.environment,
      homeDirectory: '/',
      roles: library.roles,
      apis: apiNames,
    });
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('; '));
    const target: Target = { ...read.value, limits: hastyLimits(read.value.limits) };
    const plan = makePlan(casesIn(library.specs, scope), suite, target);
    return await run(instancesIn(plan, scope), { target, apis, tool, clock });
  } finally {
    await account.close();
  }
}

async function run(
  instances: readonly Instance[],
  options: Pick<ContextOptions, 'target' | 'apis' | 'tool' | 'clock'>,
): Promise<readonly Shown[]> {
  const shown = new Map<string, Shown>();
  const instanceOf = new Map(instances.map((instance) => [instance.id, instance]));
  const emit = (event: JournalEvent) => {
    const instance = event.event === 'finished' ? instanceOf.get(event.instance) : undefined;
    if (event.event === 'finished' && instance !== undefined) shown.set(instance.id, shownOf(instance, event));
  };
  const { signal } = new AbortController();
  const { context, concurrency, close } = openContext({ ...options, emit, signal });
  try {
    await runPlan({ instances }, context, concurrency);
  } finally {
    await close();
  }
  return [...shown.values()];
}
