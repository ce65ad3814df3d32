import { join } from 'node:path';
import type { KeptExchanges } from '../journal/index.js';
import { makePlan } from '../plan/index.js';
import type { ExitCode } from '../problem/index.js';
import { readKillMatrix } from '../report/index.js';
import { render } from './do-render.js';
import type { GateFlags } from './gate-options.js';
import { nothingSelected } from './nothing-selected.js';
import { openAcceptance, problemsOf } from './open-acceptance.js';
import { findSuite, openLibrary } from './open-library.js';
import type { ReportFlags } from './report-flags.js';
import { restoreFirst } from './restore-first.js';
import { type RunHow, runToJournal } from './run-to-journal.js';
import { sayProblems } from './say.js';
import { sayLeftGrants } from './say-left-grants.js';
import { filtersOf, type SelectionFlags } from './selection-options.js';
import { withTarget } from './with-target.js';

export interface RunFlags extends SelectionFlags, ReportFlags, GateFlags, RunHow {
  readonly out: string;
  readonly exchanges: KeptExchanges;
}

export async function runCommand(flags: RunFlags): Promise<ExitCode> {
  const library = await openLibrary(flags.specs);
  if (!library.ok) return sayProblems(library.problems);
  const suite = findSuite(library.value, flags.suite);
  if (!suite.ok) return sayProblems(suite.problems);
  const acceptance = openAcceptance(flags);
  if (!acceptance.ok) return sayProblems(acceptance.problems);
  // It is read again when the run has ended: a mistake is to be said before anything is sent.
  const killMatrix = flags.prove === undefined ? undefined : readKillMatrix(flags.prove);
  if (killMatrix?.ok === false) return sayProblems(killMatrix.problems);
  return withTarget(flags.target, library.value.roles, async (target, signal) => {
    const plan = makePlan(library.value.specs, suite.value, target, filtersOf(flags));
    if (plan.instances.length === 0) return sayProblems([nothingSelected(flags.suite)]);
    const ids = [...plan.instances.map(({ id }) => id), ...(plan.unselected ?? [])];
    const problems = problemsOf(acceptance.value, ids);
    if (problems.length > 0) return sayProblems(problems);
    const unrestored = await restoreFirst(target, signal);
    if (unrestored.length > 0) return sayProblems(unrestored);
    const path = join(flags.out, 'journal.ndjson');
    const ran = await runToJournal({ plan, library: library.value, suite: suite.value, target, signal }, path, flags);
    if (!ran.ok) return sayProblems(ran.problems);
    return sayLeftGrants(target, render(path, { acceptance: acceptance.value, reports: flags }));
  });
}
