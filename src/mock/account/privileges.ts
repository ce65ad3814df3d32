import type { Account, PlacedService, Principal, Privilege } from './account.js';

/**
 * What a principal lacks to query a model service, in the order in which Unity Catalog descends: catalog, schema,
 * service. Querying needs EXECUTE on the service and USE CATALOG and USE SCHEMA on what contains it
 * (Databricks documentation, "Query model services", Requirements).
 */
export function missingPrivileges(
  account: Account,
  metastore: string,
  principal: Principal,
  place: Pick<PlacedService, 'catalog' | 'schema' | 'fullName'>,
): readonly Privilege[] {
  const { catalog, fullName } = place;
  const schema = `${catalog}.${place.schema}`;
  const holders = new Set([principal.name, ...principal.groups]);
  const grants = account.grants.filter((grant) => grant.metastore === metastore && holders.has(grant.to));

  // A privilege counts on the object itself and on what contains it, never on what it contains: USE CATALOG that is
  // granted on a schema opens no catalog.
  const countsOn: Record<Privilege, readonly string[]> = {
    'USE CATALOG': [catalog],
    'USE SCHEMA': [catalog, schema],
    EXECUTE: [catalog, schema, fullName],
  };
  const order: readonly Privilege[] = ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'];
  return order.filter(
    (privilege) =>
      !grants.some(
        ({ privileges, on }) =>
          (privileges.includes(privilege) || privileges.includes('ALL PRIVILEGES')) && countsOn[privilege].includes(on),
      ),
  );
}
