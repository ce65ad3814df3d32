import type { GrantedPrivilege } from '../account/account.js';
import type { SecurableType } from './securable.js';

const onCatalogs: readonly GrantedPrivilege[] = ['USE CATALOG', 'USE SCHEMA', 'EXECUTE', 'MANAGE', 'ALL PRIVILEGES'];

/** What can be granted on each type of securable: its own privileges, and those that what it contains inherits. */
const applicable: Readonly<Record<SecurableType, readonly GrantedPrivilege[]>> = {
  catalog: onCatalogs,
  schema: onCatalogs.filter((privilege) => privilege !== 'USE CATALOG'),
  model_service: ['EXECUTE', 'MANAGE', 'ALL PRIVILEGES'],
};

/** The REST API writes privileges with underscores. */
export function wireName(privilege: GrantedPrivilege): string {
  return privilege.replace(' ', '_');
}

/** The privilege that a request names; undefined when nothing of that name can be granted on such a securable. */
export function privilegeNamed(name: unknown, type: SecurableType): GrantedPrivilege | undefined {
  return applicable[type].find((privilege) => wireName(privilege) === name);
}

export function applicableTo(type: SecurableType): readonly GrantedPrivilege[] {
  return applicable[type];
}
