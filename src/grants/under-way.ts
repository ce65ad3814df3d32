import { hostname } from 'node:os';
import type { Problem } from '../problem/index.js';
import type { ChangeLog } from './change-log.js';
import type { ChangeRecord } from './record.js';

/** Whether this process made the change. */
export function isOwn({ by }: ChangeRecord): boolean {
  return by.host === hostname() && by.process === process.pid;
}

/** Whether another process made it that still runs. Of another machine that cannot be known: its runs count as over. */
export function isUnderWay(record: ChangeRecord): boolean {
  const { by } = record;
  if (by.host !== hostname() || isOwn(record)) return false;
  try {
    process.kill(by.process, 0);
    return true;
  } catch (error) {
    // It runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two runs that change the same grants would each take the other's changes for what stood. */
export function otherUnderWay(log: ChangeLog, workspace: string): Problem | undefined {
  const read = log.read();
  const records = read.ok ? read.value.map(({ record }) => record) : [];
  const other = records.find((record) => record.workspace === workspace && isUnderWay(record));
  return other === undefined ? undefined : underWay(other);
}

export function underWay({ by, principal }: ChangeRecord): Problem {
  return {
    code: 'grants.under-way',
    message: `the process ${by.process} is changing grants of ${principal} on this target`,
    fix: 'wait for it to end; if it is no run of the harness, use `gateway-conformance grants restore --force`',
  };
}
