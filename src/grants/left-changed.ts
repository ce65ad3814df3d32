import type { Problem } from '../problem/index.js';
import type { Target } from '../target/index.js';
import type { ChangeLog } from './change-log.js';
import { notRestored } from './not-restored.js';
import { restorationsOf } from './restoration.js';
import { isOwn } from './under-way.js';

/** What this process has changed on the target and could not restore. */
export function leftChanged(log: ChangeLog, target: Target): readonly Problem[] {
  const read = log.read();
  if (!read.ok) return read.problems;
  const own = read.value.filter(({ record }) => isOwn(record));
  return restorationsOf(own).map((restoration) =>
    notRestored(restoration, 'it could not be restored', target, log.place),
  );
}
