import { writeFileSync } from 'node:fs';
import { baselineOf, renderBaseline, renderKnownFailures } from '../../acceptance/index.js';
import { type Journal, readJournal } from '../../journal/index.js';
import { type ExitCode, exitCodes } from '../../problem/index.js';
import { counted, visibleLine } from '../../report/index.js';
import { sayProblems } from '../say.js';

/** Writes what a run was like, to hold later ones against. Says what is accepted with it, so that nobody does so unknowingly. */
export function writeBaseline(path: string, out: string | undefined): ExitCode {
  const journal = readJournal(path);
  if (!journal.ok) return sayProblems(journal.problems);
  const baseline = baselineOf(journal.value, path);
  if (!baseline.ok) return sayProblems(baseline.problems);
  const text = renderBaseline(baseline.value);
  const failures = acceptedFailures(journal.value);
  if (out === undefined) {
    process.stdout.write(text);
    process.stderr.write(failures);
    return exitCodes.gateHolds;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    const message = `the baseline can't be written: ${error instanceof Error ? error.message : String(error)}`;
    return sayProblems([{ code: 'baseline.unwritable', message, fix: 'name a file that can be written, with --out' }]);
  }
  const { run, instances } = journal.value;
  const about = `${counted(instances.length, 'instance')} of the suite ${run.suite} on ${visibleLine(run.target.name)}`;
  process.stdout.write(`${failures}Wrote ${out}: ${about}, as of ${run.startedAt.slice(0, 10)}.\n`);
  return exitCodes.gateHolds;
}

const mostListed = 20;

function acceptedFailures({ instances }: Journal): string {
  const failed = instances.filter(({ verdict }) => verdict === 'failed');
  if (failed.length === 0) return '';
  const lines = failed
    .slice(0, mostListed)
    .map(({ id, requirements }) => `  ${visibleLine(id)} (${requirements.join(', ')})\n`);
  const more = failed.length > mostListed ? `  and ${failed.length - mostListed} more\n` : '';
  return `This accepts ${counted(failed.length, 'failure')}, which ${failed.length === 1 ? 'stays' : 'stay'} visible in every report:\n${lines.join('')}${more}`;
}

/** Prints entries for what fails now, for somebody to say why. */
export function printKnownFailures(path: string): ExitCode {
  const journal = readJournal(path);
  if (!journal.ok) return sayProblems(journal.problems);
  process.stdout.write(renderKnownFailures(journal.value));
  return exitCodes.gateHolds;
}
