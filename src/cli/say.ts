import { type ExitCode, exitCodeOf, type Problem, renderProblems } from '../problem/index.js';

/** Tells the user what to mend, on standard error, and gives the exit code. */
export function sayProblems(problems: readonly Problem[]): ExitCode {
  process.stderr.write(renderProblems(problems));
  return exitCodeOf(problems);
}

/** Something that no code has a word for: a full disk, a defect of the harness. The stack is shown only on request. */
export function sayDefect(error: unknown): ExitCode {
  const message = error instanceof Error ? error.message : String(error);
  const fix = 'with GATEWAY_CONFORMANCE_DEBUG=1 the place in the code is shown; please report it';
  const code = sayProblems([{ code: 'harness.defect', message, fix }]);
  if (process.env['GATEWAY_CONFORMANCE_DEBUG'] === '1' && error instanceof Error)
    process.stderr.write(`${error.stack}\n`);
  return code;
}

/** Colour unless the user or the place says otherwise (no-color.org; FORCE_COLOR as the Node ecosystem has it). */
export function wantsColour(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (environment['NO_COLOR'] !== undefined && environment['NO_COLOR'] !== '') return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
}
