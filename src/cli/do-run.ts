import type { Acceptance } from '../acceptance/index.js';
import type { KeptExchanges } from '../journal/index.js';
import { looksAtChangedGrants } from '../plan/index.js';
import type { ExitCode, Problem } from '../problem/index.js';
import { readKillMatrix } from '../report/index.js';
import { choose } from './choose-run.js';
import { type EarlierFlags, type EarlierRun, openEarlier } from './earlier/earlier-run.js';
import { growHeapSlowly } from './grow-heap-slowly.js';
import { nothingSelected } from './nothing-selected.js';
import { openAcceptance, problemsOf } from './open-acceptance.js';
import { findSuite, openLibrary } from './open-library.js';
import type { GateFlags } from './options/gate-options.js';
import type { ReportFlags } from './options/report-flags.js';
import type { SelectionFlags } from './options/selection-options.js';
import type { ShardFlag } from './options/shard-option.js';
import type { LimitFlags, Planned } from './plan-part.js';
import { planRun } from './plan-run.js';
import { render } from './report/do-render.js';
import { restoreFirst } from './restore-first.js';
import { type RunHow, runToJournal } from './run-to-journal.js';
import { sayProblems } from './say.js';
import { sayLeftGrants } from './say-left-grants.js';
import { withTarget } from './with-target.js';

export interface RunFlags extends SelectionFlags, ShardFlag, EarlierFlags, ReportFlags, GateFlags, LimitFlags, RunHow {
  readonly out: string;
  readonly exchanges: KeptExchanges;
}

/** `isGiven` tells the flags that the user wrote from their defaults. */
export async function runCommand(flags: RunFlags, isGiven: (flag: string) => boolean): Promise<ExitCode> {
  growHeapSlowly();
  const earlier = openEarlier(flags, isGiven);
  if (!earlier.ok) return sayProblems(earlier.problems);
  const library = await openLibrary(flags.specs);
  if (!library.ok) return sayProblems(library.problems);
  const chosen = choose(flags, isGiven, earlier.value);
  if (!chosen.ok) return sayProblems(chosen.problems);
  const { journal, named, filters, shard } = chosen.value;
  const suite = findSuite(library.value, chosen.value.suite);
  if (!suite.ok) return sayProblems(suite.problems);
  const acceptance = openAcceptance(flags);
  if (!acceptance.ok) return sayProblems(acceptance.problems);
  // It is read again when the run has ended: a mistake is to be said before anything is sent.
  const killMatrix = flags.prove === undefined ? undefined : readKillMatrix(flags.prove);
  if (killMatrix?.ok === false) return sayProblems(killMatrix.problems);
  return withTarget(named, library.value.roles, async (target, signal) => {
    const input = { library: library.value, suite: suite.value, target, filters, shard };
    const problems = await runChosen(
      input,
      { earlier: earlier.value, acceptance: acceptance.value, journal, signal },
      flags,
    );
    if (problems.length > 0) return sayProblems(problems);
    return sayLeftGrants(target, render(journal, { acceptance: acceptance.value, reports: flags }));
  });
}

interface Chosen {
  readonly earlier: EarlierRun | undefined;
  readonly acceptance: Acceptance;
  readonly journal: string;
  readonly signal: AbortSignal;
}

/** What kept the run from being begun, or from being written down. The plan of a large run is not held any longer than this. */
async function runChosen(
  input: Planned,
  { earlier, acceptance, journal, signal }: Chosen,
  flags: RunFlags,
): Promise<readonly Problem[]> {
  const planned = planRun(input, flags, earlier);
  if (!planned.ok) return planned.problems;
  const { plan, whole, target, sentence } = planned.value;
  if (whole.instances.length === 0) return [nothingSelected(input.suite.name)];
  const problems = problemsOf(acceptance, whole.instances, whole.unselected);
  if (problems.length > 0) return problems;
  // A shard must not take what another one is changing right now for what an earlier run has left.
  const restores = input.shard === undefined || looksAtChangedGrants(plan, target);
  const unrestored = restores ? await restoreFirst(target, signal) : [];
  if (unrestored.length > 0) return unrestored;
  if (sentence !== undefined) process.stdout.write(`${sentence}\n`);
  const ran = await runToJournal({ ...input, ...planned.value, signal }, journal, flags);
  return ran.ok ? [] : ran.problems;
}
