import { join } from 'node:path';
import { openJournal } from '../journal/index.js';
import { makePlan } from '../plan/index.js';
import type { ExitCode, Problem } from '../problem/index.js';
import { progress } from '../report/index.js';
import { run } from '../run/index.js';
import { reportOn } from './do-render.js';
import { openContracts } from './open-contracts.js';
import { findSuite, openLibrary } from './open-library.js';
import { readTool } from './package-root.js';
import { restoreFirst } from './restore-first.js';
import { sayProblems, wantsColour } from './say.js';
import { sayLeftGrants } from './say-left-grants.js';
import { filtersOf, type SelectionFlags } from './selection-options.js';
import { withTarget } from './with-target.js';

export interface RunFlags extends SelectionFlags {
  readonly out: string;
  readonly jobs?: number;
  /** Of the whole run; the target's own limits otherwise. */
  readonly maxRequests?: number;
  readonly maxTokens?: number;
  readonly quiet?: boolean;
}

export async function runCommand(flags: RunFlags): Promise<ExitCode> {
  const library = await openLibrary(flags.specs);
  if (!library.ok) return sayProblems(library.problems);
  const suite = findSuite(library.value, flags.suite);
  if (!suite.ok) return sayProblems(suite.problems);
  return withTarget(flags.target, library.value.roles, async (target, signal) => {
    const plan = makePlan(library.value.specs, suite.value, target, filtersOf(flags));
    if (plan.instances.length === 0) return sayProblems([nothingSelected(flags)]);
    const unrestored = await restoreFirst(target, signal);
    if (unrestored.length > 0) return sayProblems(unrestored);
    const path = join(flags.out, 'journal.ndjson');
    const opened = openJournal(path);
    if (!opened.ok) return sayProblems(opened.problems);
    const journal = opened.value;
    const colour = wantsColour(process.env, process.stdout.isTTY);
    const show = flags.quiet ? undefined : progress(process.stdout, { isTerminal: process.stdout.isTTY, colour });
    await run({
      plan,
      library: library.value,
      suite: suite.value,
      target,
      apis: openContracts(),
      tool: readTool(),
      signal,
      ...(flags.jobs === undefined ? {} : { concurrency: flags.jobs }),
      budget: {
        ...(flags.maxRequests === undefined ? {} : { requests: flags.maxRequests }),
        ...(flags.maxTokens === undefined ? {} : { tokens: flags.maxTokens }),
      },
      emit(event) {
        journal.write(event);
        show?.(event);
      },
    });
    journal.close();
    return sayLeftGrants(target, reportOn(path, flags.out, colour));
  });
}

function nothingSelected(flags: RunFlags): Problem {
  return {
    code: 'suite.selects-nothing',
    message: `nothing in the suite ${flags.suite} fits what you asked for`,
    fix: 'see what there is with `gateway-conformance list`',
  };
}
