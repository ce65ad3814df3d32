import { leftChanged, openChangeLog } from '../grants/index.js';
import { type ExitCode, exitCodes } from '../problem/index.js';
import type { Target } from '../target/index.js';
import { sayProblems } from './say.js';

/** A run that leaves grants changed is no success, whatever it found, and says what has to be done. */
export function sayLeftGrants(target: Target, exitCode: ExitCode): ExitCode {
  const left = leftChanged(openChangeLog(target), target);
  if (left.length === 0) return exitCode;
  const own = sayProblems(left);
  return exitCode === exitCodes.gateHolds ? own : exitCode;
}
