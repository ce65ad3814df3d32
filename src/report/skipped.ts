import type { InstanceRecord, Reason } from '../journal/index.js';
import { grouped } from './grouped.js';

export interface SkipGroup {
  readonly reason: Reason;
  readonly instances: readonly InstanceRecord[];
}

/** What was skipped, by reason, the largest group first. */
export function skipsByReason(instances: readonly InstanceRecord[]): readonly SkipGroup[] {
  const skipped = instances.filter(({ verdict }) => verdict === 'skipped');
  const reasonOf = ({ reason }: InstanceRecord) => reason ?? { code: 'skipped', message: 'No reason was given.' };
  const groups = grouped(skipped, (instance) => `${reasonOf(instance).code}\n${reasonOf(instance).message}`);
  return [...groups.values()]
    .flatMap((group) => (group[0] === undefined ? [] : [{ reason: reasonOf(group[0]), instances: group }]))
    .sort((one, other) => other.instances.length - one.instances.length);
}
