import { grouped } from '../grouped.js';
import { reasonOf } from './change-words.js';
import { type Change, type ChangeKind, changeKinds } from './comparison.js';

/** Changes of one kind, and of those, what has one reason: an outage of one model is one row. */
export interface KindOfChanges {
  readonly kind: ChangeKind;
  readonly count: number;
  /** The largest first. */
  readonly groups: readonly ChangeGroup[];
}

export interface ChangeGroup {
  readonly reason: string;
  readonly changes: readonly Change[];
}

export function changesByKind(changes: readonly Change[]): readonly KindOfChanges[] {
  const kinds = grouped(changes, ({ kind }) => kind);
  return changeKinds.flatMap((kind) => {
    const members = kinds.get(kind) ?? [];
    if (members.length === 0) return [];
    const groups = [...grouped(members, reasonOf)].map(([reason, changes]) => ({ reason, changes }));
    return [{ kind, count: members.length, groups: groups.sort((a, b) => b.changes.length - a.changes.length) }];
  });
}
