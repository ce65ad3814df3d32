import {
  homeOf,
  type NeededPrivilege,
  type Securable,
  type SecurableType,
  securableOf,
  securableTypes,
} from '../securable/index.js';

/** Privileges as the REST API writes them. */
export const wirePrivileges = ['EXECUTE', 'USE_CATALOG', 'USE_SCHEMA'] as const;
export type WirePrivilege = (typeof wirePrivileges)[number];

export const wireNames: Readonly<Record<NeededPrivilege, WirePrivilege>> = {
  EXECUTE: 'EXECUTE',
  'USE CATALOG': 'USE_CATALOG',
  'USE SCHEMA': 'USE_SCHEMA',
};

/** Privileges of one securable that are changed together. */
export interface Part {
  readonly securable: Securable;
  readonly privileges: readonly WirePrivilege[];
}

/** Where privileges for a model service stand: each on what it is about, or all at the place that is named. */
export function partsOf(fullName: string, privileges: readonly NeededPrivilege[], at?: SecurableType): readonly Part[] {
  return securableTypes.flatMap((type) => {
    const here = privileges.filter((privilege) => (at ?? homeOf(privilege)) === type);
    if (here.length === 0) return [];
    return [{ securable: securableOf(fullName, type), privileges: here.map((privilege) => wireNames[privilege]) }];
  });
}

/** `EXECUTE on model service main.llm.assistant`, for people. */
export function inWords(privileges: readonly WirePrivilege[], securable: Securable): string {
  return `${privileges.join(', ').replaceAll('_', ' ')} on ${nameInWords(securable)}`;
}

/** `model service main.llm.assistant`, for people. */
export function nameInWords({ type, name }: { readonly type: string; readonly name: string }): string {
  return `${type.replaceAll('_', ' ')} ${name}`;
}
