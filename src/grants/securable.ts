import type { Privilege } from '../target/index.js';

/** What grants stand on, in the words of `/api/2.1/unity-catalog/permissions/{type}/{name}`. */
export interface Securable {
  readonly type: SecurableType;
  /** `catalog`, `catalog.schema` or `catalog.schema.service`. */
  readonly name: string;
}

export const securableTypes = ['model_service', 'schema', 'catalog'] as const;
export type SecurableType = (typeof securableTypes)[number];

/** Privileges as the REST API writes them. */
export const wirePrivileges = ['EXECUTE', 'USE_CATALOG', 'USE_SCHEMA'] as const;
export type WirePrivilege = (typeof wirePrivileges)[number];

const wireNames: Readonly<Record<Privilege, WirePrivilege>> = {
  EXECUTE: 'EXECUTE',
  'USE CATALOG': 'USE_CATALOG',
  'USE SCHEMA': 'USE_SCHEMA',
};

const usual: Readonly<Record<Privilege, SecurableType>> = {
  EXECUTE: 'model_service',
  'USE CATALOG': 'catalog',
  'USE SCHEMA': 'schema',
};

/** Privileges of one securable that are changed together. */
export interface Part {
  readonly securable: Securable;
  readonly privileges: readonly WirePrivilege[];
}

/** Where privileges for a model service stand: each on what it is about, or all at the place that is named. */
export function partsOf(fullName: string, privileges: readonly Privilege[], at?: SecurableType): readonly Part[] {
  return securableTypes.flatMap((type) => {
    const here = privileges.filter((privilege) => (at ?? usual[privilege]) === type);
    if (here.length === 0) return [];
    return [{ securable: securableOf(fullName, type), privileges: here.map((privilege) => wireNames[privilege]) }];
  });
}

/** A model service, or what contains it. */
export function securableOf(fullName: string, type: SecurableType): Securable {
  const [catalog = '', schema = ''] = fullName.split('.');
  const names: Readonly<Record<SecurableType, string>> = {
    model_service: fullName,
    schema: `${catalog}.${schema}`,
    catalog,
  };
  return { type, name: names[type] };
}

/** `EXECUTE on model service main.llm.assistant`, for people. */
export function inWords(privileges: readonly WirePrivilege[], { type, name }: Securable): string {
  return `${privileges.join(', ').replaceAll('_', ' ')} on ${type.replace('_', ' ')} ${name}`;
}
