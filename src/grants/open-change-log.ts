import { dirname, join, resolve } from 'node:path';
import type { Target } from '../target/index.js';
import { type ChangeLog, changeLogInMemory } from './change-log.js';
import { changeLogInFolder } from './change-log-in-folder.js';

/** Beside the target file, where the next command on it looks; in the working directory for a target without a file. */
export function openChangeLog({ source }: Pick<Target, 'source'>): ChangeLog {
  if (source === 'mock') return changeLogInMemory();
  const folder = source === 'env' ? '.' : dirname(resolve(source));
  return changeLogInFolder(join(folder, '.gateway-conformance', 'changed-grants'));
}
