import { join } from 'node:path';
import { type Acceptance, baselineOf, defaultFailOn } from '../acceptance/index.js';
import { type Journal, readJournal } from '../journal/index.js';
import { type ExitCode, exitCodes, ok, type Problem, type Result } from '../problem/index.js';
import {
  type Assessment,
  assess,
  comparedRunOf,
  compareRuns,
  defaultReportOptions,
  judgeComparison,
  judgeTargets,
  type ReportOptions,
  renderComparison,
  renderComparisonConsole,
  writeFiles,
  writeReports,
} from '../report/index.js';
import { preflightAlone } from '../run/index.js';
import type { Library, Suite } from '../spec/index.js';
import type { Target } from '../target/index.js';
import type { RunFlags } from './do-run.js';
import { nothingSelected } from './nothing-selected.js';
import { openContracts } from './open-contracts.js';
import { findSuite, openLibrary } from './open-library.js';
import { reportOptionsOf } from './options/report-flags.js';
import { filtersOf } from './options/selection-options.js';
import { readTool } from './package-root.js';
import { type PlannedRun, planRun } from './plan-run.js';
import { classesOfGate } from './report/change-classes.js';
import { restoreFirst } from './restore-first.js';
import { runToJournal } from './run-to-journal.js';
import { sayProblems, wantsColour } from './say.js';
import { sayLeftGrants } from './say-left-grants.js';
import { tellCi } from './tell-ci.js';
import { withTarget } from './with-target.js';

export interface RunAgainstFlags extends RunFlags {
  /** What the target is held against: another target, named as `--target` names one. */
  readonly against: string;
}

interface Side {
  readonly label: string;
  readonly planned: PlannedRun;
  readonly out: string;
}

interface Sides {
  readonly candidate: Side;
  readonly reference: Side;
}

interface Run {
  readonly library: Library;
  readonly suite: Suite;
  readonly flags: RunAgainstFlags;
  readonly signal: AbortSignal;
}

/** Runs the same selection on two targets, one after the other, and says what the first does worse than the second. */
export async function runAgainst(flags: RunAgainstFlags): Promise<ExitCode> {
  const opened = await openLibrary(flags.specs);
  if (!opened.ok) return sayProblems(opened.problems);
  const library = opened.value;
  const suite = findSuite(library, flags.suite);
  if (!suite.ok) return sayProblems(suite.problems);
  const filters = filtersOf(flags);
  const planned = (target: Target) =>
    planRun({ library, suite: suite.value, target, filters, shard: undefined }, flags, undefined);
  return withTarget(flags.target, library.roles, (target, signal) =>
    withTarget(flags.against, library.roles, async (other) => {
      const [label, otherLabel] = labelsOf(target, other);
      const [plan, otherPlan] = [planned(target), planned(other)];
      if (!plan.ok) return sayProblems(plan.problems);
      if (!otherPlan.ok) return sayProblems(otherPlan.problems);
      if (plan.value.plan.instances.length === 0) return sayProblems([nothingSelected(flags.suite)]);
      const candidate = { label, planned: plan.value, out: flags.out };
      const reference = { label: otherLabel, planned: otherPlan.value, out: join(flags.out, 'against') };
      const result = await bothInTurn({ candidate, reference }, { library, suite: suite.value, flags, signal });
      const exitCode = result.ok ? result.value : sayProblems(result.problems);
      return sayLeftGrants(other, sayLeftGrants(target, exitCode));
    }),
  );
}

/** Two targets may have one name, as two simulated accounts have, and two even one source. */
function labelsOf(target: Target, other: Target): readonly [string, string] {
  if (target.name !== other.name) return [target.name, other.name];
  if (target.source !== other.source) return [target.source, other.source];
  return [`${target.source} (under test)`, `${other.source} (held against)`];
}

async function bothInTurn({ candidate, reference }: Sides, run: Run): Promise<Result<ExitCode>> {
  // A whole run of the first for nothing would be the alternative.
  const missing = await whatIsMissing(reference, run.signal);
  if (missing.length > 0) return { ok: false, problems: missing };
  const first = await runOne(candidate, '1 of 2', run);
  if (!first.ok) return first;
  const { gate } = assess(first.value);
  if (run.signal.aborted || gate.exitCode === exitCodes.targetUntestable) {
    process.stdout.write(`${candidate.label}: ${gate.sentence} Nothing was run on ${reference.label}.\n`);
    const written = report(assess(first.value), candidate.out, run.flags);
    return written.ok ? ok(gate.exitCode) : written;
  }
  const second = await runOne(reference, '2 of 2', run);
  if (!second.ok) return second;
  return compareBoth({ candidate, reference }, first.value, second.value, run.flags);
}

function whatIsMissing({ planned: { plan, target } }: Side, signal: AbortSignal): Promise<readonly Problem[]> {
  return preflightAlone(plan, { target, apis: openContracts(), tool: readTool(), signal });
}

async function runOne({ label, planned, out }: Side, turn: string, run: Run): Promise<Result<Journal>> {
  const unrestored = await restoreFirst(planned.target, run.signal);
  if (unrestored.length > 0) return { ok: false, problems: unrestored };
  const path = join(out, 'journal.ndjson');
  const ran = await runToJournal({ ...run, ...planned }, path, {
    ...run.flags,
    label: `${label} (${turn})`,
  });
  return ran.ok ? readJournal(path, { exchanges: 'in-file' }) : ran;
}

function compareBoth({ candidate, reference }: Sides, tested: Journal, other: Journal, flags: RunAgainstFlags) {
  const comparison = compareRuns(
    comparedRunOf(other, reference.label),
    comparedRunOf(tested, candidate.label),
    'targets',
  );
  const own = assess(tested);
  const otherOwn = assess(other);
  const held = assess(tested, acceptanceOf(other, reference, flags));
  const judged = judgeComparison(comparison, classesOfGate(held.gate.failOn));
  const verdict = judgeTargets(comparison, judged, {
    candidate: own.gate,
    reference: otherOwn.gate,
    held: held.gate,
  });
  const asPair = { ...optionsOf(flags), names: [candidate.label, reference.label], heldAgainst: 1 };
  const results = [
    writeReports(held, candidate.out, asPair, [held, otherOwn]),
    report(otherOwn, reference.out, flags),
    writeFiles(renderComparison(comparison, verdict), candidate.out),
  ];
  const colour = wantsColour(process.env, process.stdout.isTTY);
  process.stdout.write(`\n${renderComparisonConsole(comparison, verdict, { colour })}`);
  const untold = tellCi(held, flags.ci);
  const problems = [...results.flatMap((one) => (one.ok ? [] : one.problems)), ...untold];
  return problems.length === 0 ? ok(verdict.exitCode) : { ok: false as const, problems };
}

/** The other target's run is the baseline: what fails on both is a known failure in the reports of the one under test. */
function acceptanceOf(other: Journal, { out }: Side, { failOn = defaultFailOn }: RunAgainstFlags): Acceptance {
  const baseline = baselineOf(other, out);
  return baseline.ok ? { baseline: baseline.value, failOn } : { failOn };
}

function report(assessment: Assessment, out: string, flags: RunAgainstFlags): Result<readonly string[]> {
  return writeReports(assessment, out, optionsOf(flags));
}

function optionsOf(flags: RunAgainstFlags): ReportOptions {
  return { ...defaultReportOptions, ...reportOptionsOf(flags) };
}
