import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { apiNames } from '../api/index.js';
import { type CiFile, type CiSystem, ciFile, credentialsIn } from '../init/index.js';
import { failed, ok, type Problem, type Result } from '../problem/index.js';
import { checkTarget, readTargetFile } from '../target/loading.js';
import { openLibrary } from './open-library.js';

/** What was written for a CI system, and what it has to be told. */
export interface WrittenCi {
  readonly file: CiFile;
  /** Identities whose credential no CI system has. */
  readonly onThisMachine: readonly string[];
}

/** Why a CI file cannot be written, before anything else is done. */
export function objectionToCi(system: CiSystem, target: string): Problem | undefined {
  const { path } = ciFile(system, { target, variables: [] });
  if (existsSync(path)) return unwritable(`${path} is there already`, 'remove it, or change it by hand');
  if (fromHere(target) !== undefined) return undefined;
  return unwritable(
    `${target} is outside of this folder`,
    'go to the root of the repository, and keep the target in it',
  );
}

/** Writes a CI file for a target file that is there. */
export async function writeCi(system: CiSystem, target: string): Promise<Result<WrittenCi>> {
  const library = await openLibrary();
  if (!library.ok) return library;
  const source = readTargetFile(target);
  if (!source.ok) return source;
  const problems = checkTarget(source.value, library.value.roles, apiNames);
  if (problems.length > 0) return failed(...problems);
  const { variables, onThisMachine } = credentialsIn(source.value.value);
  const file = ciFile(system, { target: fromHere(target) ?? target, variables });
  try {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return failed(unwritable(`${file.path} can't be written: ${error.message}`, 'see who may write there'));
  }
  return ok({ file, onThisMachine });
}

/** As a workflow names it, which runs in the root of its repository; undefined for a file elsewhere. */
function fromHere(file: string): string | undefined {
  const path = relative('.', file);
  return path.startsWith('..') || isAbsolute(path) ? undefined : path.split(sep).join('/');
}

function unwritable(message: string, fix: string): Problem {
  return { code: 'init.ci-unwritable', message, fix };
}
