import type { KeptExchanges } from '../journal/index.js';
import { looksAtChangedGrants } from '../plan/index.js';
import type { ExitCode } from '../problem/index.js';
import { readKillMatrix } from '../report/index.js';
import { choose } from './choose-run.js';
import { render } from './do-render.js';
import { type EarlierFlags, openEarlier } from './earlier/earlier-run.js';
import type { GateFlags } from './gate-options.js';
import { nothingSelected } from './nothing-selected.js';
import { openAcceptance, problemsOf } from './open-acceptance.js';
import { findSuite, openLibrary } from './open-library.js';
import { planRun } from './plan-run.js';
import type { ReportFlags } from './report-flags.js';
import { restoreFirst } from './restore-first.js';
import { type RunHow, runToJournal } from './run-to-journal.js';
import { sayProblems } from './say.js';
import { sayLeftGrants } from './say-left-grants.js';
import type { SelectionFlags } from './selection-options.js';
import type { ShardFlag } from './shard-option.js';
import { withTarget } from './with-target.js';

export interface RunFlags extends SelectionFlags, ShardFlag, EarlierFlags, ReportFlags, GateFlags, RunHow {
  readonly out: string;
  readonly exchanges: KeptExchanges;
}

/** `isGiven` tells the flags that the user wrote from their defaults. */
export async function runCommand(flags: RunFlags, isGiven: (flag: string) => boolean): Promise<ExitCode> {
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
  return withTarget(named, library.value.roles, async (given, signal) => {
    const input = { library: library.value, suite: suite.value, target: given, filters, shard };
    const planned = planRun(input, flags, earlier.value);
    if (!planned.ok) return sayProblems(planned.problems);
    const { plan, whole, target, sentence } = planned.value;
    if (whole.instances.length === 0) return sayProblems([nothingSelected(suite.value.name)]);
    const ids = [...whole.instances.map(({ id }) => id), ...(whole.unselected ?? [])];
    const problems = problemsOf(acceptance.value, ids);
    if (problems.length > 0) return sayProblems(problems);
    // A shard must not take what another one is changing right now for what an earlier run has left.
    const restores = shard === undefined || looksAtChangedGrants(plan, target);
    const unrestored = restores ? await restoreFirst(target, signal) : [];
    if (unrestored.length > 0) return sayProblems(unrestored);
    if (sentence !== undefined) process.stdout.write(`${sentence}\n`);
    const { jobs: _jobs, maxRequests: _requests, maxTokens: _tokens, ...how } = flags;
    const ran = await runToJournal({ ...input, ...planned.value, signal }, journal, how);
    if (!ran.ok) return sayProblems(ran.problems);
    return sayLeftGrants(target, render(journal, { acceptance: acceptance.value, reports: flags }));
  });
}
