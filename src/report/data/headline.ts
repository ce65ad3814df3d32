import { counted } from '../wording.js';
import type { RunData } from './report-data.js';

/** `2 of 3 gates hold` */
export function headlineOfRuns(runs: readonly Pick<RunData, 'gate'>[]): string {
  const holding = runs.filter(({ gate }) => gate.exitCode === 0).length;
  return holding === runs.length
    ? `All ${counted(runs.length, 'gate')} hold`
    : `${holding} of ${runs.length} gates hold`;
}
