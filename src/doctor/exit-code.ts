import { type ExitCode, exitCodes } from '../problem/index.js';
import { type Diagnosis, linesOf } from './diagnosis.js';

/** In the order of weight of `run`: what was seen to differ does so, whatever else could not be tested. */
export function exitCodeOfDiagnosis(diagnosis: Diagnosis): ExitCode {
  if (diagnosis.interrupted) return exitCodes.interrupted;
  const marks = new Set(linesOf(diagnosis).map(({ mark }) => mark));
  if (marks.has('differs')) return exitCodes.gateFails;
  return marks.has('untestable') ? exitCodes.targetUntestable : exitCodes.gateHolds;
}
