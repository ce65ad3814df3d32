import { type Securable, securableOf } from '../securable/index.js';
import type { Target } from '../target/index.js';
import type { WrittenRecord } from './change-log.js';
import type { ChangeRecord } from './record.js';
import type { WirePrivilege } from './securable.js';

/** What has to stand again: all changes of one principal's grants on one securable, taken together. */
export interface Restoration {
  readonly workspace: string;
  readonly securable: Securable;
  readonly principal: string;
  /** Privileges that have to be held. */
  readonly held: readonly WirePrivilege[];
  /** Privileges that must not be held. */
  readonly notHeld: readonly WirePrivilege[];
  /** The records that it settles. */
  readonly records: readonly string[];
}

interface Group {
  readonly first: ChangeRecord;
  readonly records: string[];
  readonly before: Map<WirePrivilege, boolean>;
}

/** The first record of a privilege says what stood before everything; later ones have seen what the harness made of it. */
export function restorationsOf(written: readonly WrittenRecord[]): readonly Restoration[] {
  const groups = new Map<string, Group>();
  for (const { id, record } of written) {
    const { workspace, securable, principal } = record;
    const key = JSON.stringify([workspace, securable.type, securable.name, principal]);
    const group: Group = groups.get(key) ?? { first: record, records: [], before: new Map() };
    groups.set(key, group);
    group.records.push(id);
    for (const privilege of record.privileges) {
      if (!group.before.has(privilege)) group.before.set(privilege, record.held.includes(privilege));
    }
  }
  return [...groups.values()].map(({ first: { workspace, securable, principal }, records, before }) => ({
    workspace,
    securable,
    principal,
    held: [...before].filter(([, wasHeld]) => wasHeld).map(([privilege]) => privilege),
    notHeld: [...before].filter(([, wasHeld]) => !wasHeld).map(([privilege]) => privilege),
    records,
  }));
}

/**
 * Why a record is not acted upon; undefined when it may be. A file that says "grant this to that" is an order to the
 * admin's credential: it is followed only where the target itself says that grants may be changed.
 */
export function objectionTo({ securable, principal }: Restoration, target: Target): string | undefined {
  const scratch = Object.values(target.models).filter((model) => model.scratch === true);
  const named = scratch.some(({ fqn }) => securableOf(fqn, securable.type).name === securable.name);
  if (!named) return `no model of the target with \`scratch: true\` is ${securable.name}, or in it`;
  const known = Object.values(target.identities).some((identity) => identity.principal === principal);
  return known ? undefined : `no identity of the target has the principal ${principal}`;
}
