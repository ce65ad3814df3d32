import { appendFileSync, statSync } from 'node:fs';
import { failed, ok, type Problem, type Result } from '../problem/index.js';
import { type Assessment, mostSummary, renderAnnotations, renderSummary } from '../report/index.js';

export type CiTold = 'github' | 'none';

type Environment = Readonly<Record<string, string | undefined>>;

/** The CI system that a run is told to, by flag or else by what the system says of itself. */
export function ciTold(asked: CiTold | undefined, environment: Environment): CiTold {
  return asked ?? (environment['GITHUB_ACTIONS'] === 'true' ? 'github' : 'none');
}

/** Tells the CI system of a run what it shows beside its log, and gives what went wrong with that. */
export function tellCi(assessment: Assessment, asked: CiTold | undefined): readonly Problem[] {
  if (ciTold(asked, process.env) !== 'github') return [];
  const told = tellGithub(assessment, process.env);
  if (!told.ok) return told.problems;
  process.stdout.write(told.value);
  return [];
}

/**
 * Adds the run to the summary of the job, and gives the annotations, which GitHub takes off standard output. A step has
 * room for one mebibyte of summary, and loses all of it beyond that; what stands there already is not ours.
 */
export function tellGithub(assessment: Assessment, environment: Environment): Result<string> {
  const file = environment['GITHUB_STEP_SUMMARY'];
  try {
    if (file !== undefined && file !== '') {
      const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      appendFileSync(file, renderSummary(assessment, mostSummary - taken));
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const message = `the job summary can't be written: ${error.message}`;
    return failed({ code: 'report.unwritable', message, fix: 'say --ci none, or see what GITHUB_STEP_SUMMARY names' });
  }
  return ok(renderAnnotations(assessment));
}
