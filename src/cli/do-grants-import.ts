import { writeFileSync } from 'node:fs';
import { differenceInWords, differencesFrom, type ImportedMatrix, writeExpectations } from '../grants/index.js';
import { type ExitCode, exitCodes, type Problem } from '../problem/index.js';
import { importGrants } from '../run/index.js';
import { suggestion } from '../spec/index.js';
import type { Target } from '../target/index.js';
import { openLibrary } from './open-library.js';
import { readTool } from './package-root.js';
import { sayProblems } from './say.js';
import { withTarget } from './with-target.js';

export interface ImportFlags {
  readonly target: string;
  readonly model?: string[];
  readonly out?: string;
  readonly force?: boolean;
}

export async function importCommand({ target: named, model, out, force = false }: ImportFlags): Promise<ExitCode> {
  const library = await openLibrary();
  if (!library.ok) return sayProblems(library.problems);
  return withTarget(named, library.value.roles, async (target, signal) => {
    const unknown = (model ?? []).flatMap((role) => unknownModel(role, target));
    if (unknown.length > 0) return sayProblems(unknown);
    const chosen = model === undefined ? {} : { models: model };
    const imported = await importGrants({ target, tool: readTool(), signal, ...chosen });
    if (signal.aborted) return exitCodes.interrupted;
    if (!imported.ok) return sayProblems(imported.problems);
    const text = writeExpectations(imported.value);
    const unwritable = out === undefined ? undefined : write(out, text, force);
    if (unwritable !== undefined) return sayProblems([unwritable]);
    if (out === undefined) process.stdout.write(text);
    const aside = out === undefined ? process.stderr : process.stdout;
    aside.write(comparisonWith(target, imported.value, out));
    return exitCodes.gateHolds;
  });
}

function unknownModel(role: string, { models }: Target): readonly Problem[] {
  if (Object.hasOwn(models, role)) return [];
  const known = Object.keys(models);
  const fix = suggestion(role, known, `write one of: ${known.join(', ')}`);
  return [{ code: 'target.unknown-role', message: `\`${role}\` is not a model service of the target`, fix }];
}

function write(file: string, text: string, force: boolean): Problem | undefined {
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const isThere = 'code' in error && error.code === 'EEXIST';
    return {
      code: 'grants.unwritable',
      message: `the expectations can't be written: ${error.message}`,
      fix: isThere ? 'name another file, or replace this one with --force' : 'name another file',
    };
  }
}

/** What a reviewer looks at first. It does not mix with the YAML, which may go into a pipe. */
function comparisonWith(target: Target, imported: ImportedMatrix, out: string | undefined): string {
  const differences = differencesFrom(target, imported);
  const cells = imported.rows.flatMap((row) => row.cells);
  const unknown = cells.filter(({ cell }) => cell.kind === 'unknown').length;
  const wrote = out === undefined ? '' : `Wrote ${out}. `;
  const words = `${wrote}${counted(cells.length - unknown)} implied, ${unknown} not known`;
  if (differences.length === 0) return `${words}, none differs from what the target expects.\n`;
  return `${words}, ${differences.length} not as the target expects:\n${differences
    .map((difference) => `  ${differenceInWords(difference)}\n`)
    .join('')}`;
}

function counted(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`;
}
