import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../problem/index.js';
import { type KillMatrix, readKillMatrix } from '../report/index.js';

/**
 * The kill matrix for the HTML report. One that is named has to be there; one that merely lies in the folder is left out
 * with a word when it cannot be read: what has run is to be reported.
 */
export function openKillMatrix(named: string | undefined, folder: string): Result<KillMatrix | undefined> {
  if (named !== undefined) return readKillMatrix(named);
  const path = join(folder, 'prove.json');
  if (!existsSync(path)) return ok(undefined);
  const found = readKillMatrix(path);
  if (found.ok) return found;
  const why = found.problems.map(({ message }) => message).join('; ');
  process.stderr.write(`The report is without the kill matrix of ${path}: ${why}.\n`);
  return ok(undefined);
}
