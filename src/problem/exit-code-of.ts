import { problemCodes } from './codes.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import type { Problem } from './problem.js';

/** Wrong input is told before an untestable target: it has to be mended first. */
export function exitCodeOf(problems: readonly Problem[]): ExitCode {
  const codes: ExitCode[] = problems.map(({ code }) => problemCodes[code]);
  return codes.includes(exitCodes.inputWrong) ? exitCodes.inputWrong : (codes[0] ?? exitCodes.gateHolds);
}
