import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Problem, type Result } from '../problem/index.js';
import type { ChangeLog, WrittenRecord } from './change-log.js';
import { parseRecord } from './record.js';

/**
 * One file for each change, so that nothing is ever rewritten: two processes cannot lose each other's records, and a
 * process that dies while it writes leaves the earlier ones whole.
 */
export function changeLogInFolder(folder: string): ChangeLog {
  let written = 0;
  return {
    place: folder,
    write(record) {
      mkdirSync(folder, { recursive: true });
      written += 1;
      const time = record.writtenAt.replaceAll(/[^0-9]/g, '');
      const name = `${time}-${record.by.process}-${String(written).padStart(4, '0')}.json`;
      const file = openSync(join(folder, name), 'wx', 0o600);
      try {
        writeSync(file, `${JSON.stringify(record, undefined, 2)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      flushNames(folder);
    },
    read: () => readFolder(folder),
    remove(ids) {
      for (const id of ids) rmSync(join(folder, id), { force: true });
    },
  };
}

function readFolder(folder: string): Result<readonly WrittenRecord[]> {
  const records: WrittenRecord[] = [];
  const problems: Problem[] = [];
  for (const id of namesIn(folder)) {
    const record = recordIn(join(folder, id));
    if (record !== undefined) records.push({ id, record });
    else {
      problems.push({
        code: 'grants.record-unreadable',
        message: `${join(folder, id)} is not a record of changed grants`,
        fix: 'see what the account grants on the scratch services, mend it by hand, and remove the file',
      });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : ok(records);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function recordIn(path: string) {
  try {
    return parseRecord(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A file is only found after a power cut when its folder has been written as well. Windows cannot open a folder, and need not. */
function flushNames(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
