/** What grants stand on, in the words of `/api/2.1/unity-catalog/permissions/{type}/{name}`. */
export interface Securable {
  readonly type: SecurableType;
  /** `catalog`, `catalog.schema` or `catalog.schema.service`. */
  readonly name: string;
}

/** From the inside out. */
export const securableTypes = ['model_service', 'schema', 'catalog'] as const;
export type SecurableType = (typeof securableTypes)[number];

/** What querying a model service needs ("Query model services", Requirements), each with what it is about. */
const homes = {
  EXECUTE: 'model_service',
  'USE CATALOG': 'catalog',
  'USE SCHEMA': 'schema',
} as const satisfies Readonly<Record<string, SecurableType>>;

export type NeededPrivilege = keyof typeof homes;

export function isNeeded(privilege: string): privilege is NeededPrivilege {
  return Object.hasOwn(homes, privilege);
}

/** What a privilege is about: what contains a service holds the privileges to use it. */
export function homeOf(privilege: NeededPrivilege): SecurableType {
  return homes[privilege];
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
