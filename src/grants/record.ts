import { isJsonObject, type Json } from '../json/index.js';
import { type Securable, type SecurableType, securableTypes } from '../securable/index.js';
import { type WirePrivilege, wirePrivileges } from './securable.js';

/** What stood before a change of grants. Written before the change, and removed when it stands again. Holds no secret. */
export interface ChangeRecord {
  readonly version: 1;
  /** Origin of the workspace through which the change was made. */
  readonly workspace: string;
  readonly securable: Securable;
  readonly principal: string;
  /** What was going to be granted or revoked. */
  readonly privileges: readonly WirePrivilege[];
  /** Which of these the principal held on the securable itself. */
  readonly held: readonly WirePrivilege[];
  /** ISO 8601. */
  readonly writtenAt: string;
  /** The process that made the change. */
  readonly by: { readonly process: number; readonly host: string };
}

/** A record out of a file that anybody may have written; undefined when it is not one. */
export function parseRecord(value: unknown): ChangeRecord | undefined {
  if (!isJsonObject(value) || value['version'] !== 1) return undefined;
  const { workspace, principal, writtenAt, by } = value;
  const securable = securableIn(value['securable']);
  const privileges = privilegesIn(value['privileges']);
  const held = privilegesIn(value['held']);
  if (typeof workspace !== 'string' || typeof principal !== 'string' || typeof writtenAt !== 'string') return undefined;
  if (securable === undefined || privileges === undefined || held === undefined || !isJsonObject(by)) return undefined;
  const { process, host } = by;
  if (typeof process !== 'number' || typeof host !== 'string') return undefined;
  return { version: 1, workspace, securable, principal, privileges, held, writtenAt, by: { process, host } };
}

function securableIn(value: Json | undefined): Securable | undefined {
  if (!isJsonObject(value)) return undefined;
  const { type, name } = value;
  if (typeof name !== 'string' || !securableTypes.includes(type as SecurableType)) return undefined;
  return { type: type as SecurableType, name };
}

function privilegesIn(value: Json | undefined): readonly WirePrivilege[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const known = value.filter((item) => wirePrivileges.includes(item as WirePrivilege));
  return known.length === value.length ? (known as readonly WirePrivilege[]) : undefined;
}
