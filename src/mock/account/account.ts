import type { RateLimit } from './rate-limit.js';
import type { ServicePolicy } from './service-policy.js';

/**
 * A Databricks account as plain, immutable data: what exists, who is who, and who holds what.
 * Change one by building another; nothing here is looked up by reference.
 */
export interface Account {
  /** As it stands in the paths of account-level endpoints. */
  readonly id: string;
  readonly metastores: readonly Metastore[];
  readonly workspaces: readonly Workspace[];
  readonly principals: readonly Principal[];
  readonly tokens: readonly Token[];
  readonly clients: readonly Client[];
  /** Signs the OAuth access tokens that the account issues, so that it need not remember them. */
  readonly signingKey: string;
  readonly grants: readonly Grant[];
  readonly warehouses: readonly Warehouse[];
}

export interface Metastore {
  readonly id: string;
  readonly catalogs: readonly Catalog[];
}

export interface Catalog {
  readonly name: string;
  /** A principal or a group that may change its grants, and those of everything in it. */
  readonly owner?: string;
  readonly schemas: readonly Schema[];
}

export interface Schema {
  readonly name: string;
  readonly owner?: string;
  readonly services: readonly ModelService[];
}

export interface ModelService {
  readonly name: string;
  readonly owner?: string;
  /** The name without catalog and schema that is read as this service. Only Databricks-hosted services have one. */
  readonly bareName?: string;
  readonly apis: readonly ApiName[];
  /** The provider's own id of the model: what answers carry as `model`, whatever name was asked for. */
  readonly servedModel: string;
  /** Chat answers carry a list of blocks, a reasoning block first, instead of a string, as some hosted models do. */
  readonly answersInBlocks: boolean;
  /** All of which a request has to be within. */
  readonly limits?: readonly RateLimit[];
  readonly policy?: ServicePolicy;
  /** Where requests go, in order, until one serves. One that serves, unless said otherwise. */
  readonly destinations?: readonly ('serves' | 'fails')[];
  /** `ai_query` does not reach it, though it is in `system.ai`. */
  readonly disabledForAiQuery?: boolean;
  /** Known to Unity Catalog, while no region of the account serves its model. */
  readonly servedElsewhere?: boolean;
}

/** The dialects that the simulated gateway speaks. */
export type ApiName =
  | 'chat'
  | 'chat-openai'
  | 'chat-cursor'
  | 'messages'
  | 'responses'
  | 'responses-openai'
  | 'responses-codex'
  | 'gemini'
  | 'embeddings';

export interface Workspace {
  readonly name: string;
  /** 16 digits, kept as text: ids may exceed a double's precision. */
  readonly id: string;
  /** The id of the metastore that the workspace is attached to. */
  readonly metastore: string;
}

/** A SQL warehouse, on which statements run. */
export interface Warehouse {
  readonly name: string;
  readonly id: string;
  /** The name of the workspace that it belongs to. */
  readonly workspace: string;
  /** `classic` ones have no `ai_query`. */
  readonly kind: 'serverless' | 'classic';
  /** The principals and groups that may use it. */
  readonly users: readonly string[];
}

export interface Principal {
  readonly name: string;
  readonly groups: readonly string[];
  /** A budget that blocks is used up. */
  readonly overBudget?: boolean;
}

/** A personal access token, or an OAuth access token of long ago. Several may belong to one principal. */
export interface Token {
  readonly secret: string;
  readonly principal: string;
  readonly expired: boolean;
}

/** What a service principal fetches its OAuth access tokens with. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly principal: string;
}

/** What querying needs. */
export type Privilege = 'EXECUTE' | 'USE CATALOG' | 'USE SCHEMA';

/** What can be granted. `ALL PRIVILEGES` stands for all of them but MANAGE ("Unity Catalog privileges reference"). */
export type GrantedPrivilege = Privilege | 'MANAGE' | 'ALL PRIVILEGES';

export interface Grant {
  readonly metastore: string;
  /** A principal or a group. */
  readonly to: string;
  readonly privileges: readonly GrantedPrivilege[];
  /** A catalog, `catalog.schema` or `catalog.schema.service`. What stands below inherits the grant. */
  readonly on: string;
}

/** A model service together with the place where it was found. */
export interface PlacedService {
  readonly catalog: string;
  readonly schema: string;
  readonly fullName: string;
  readonly service: ModelService;
}

export function findService(account: Account, metastore: string, fullName: string): PlacedService | undefined {
  const [catalog = '', schema = '', name = '', ...rest] = fullName.split('.');
  if (rest.length > 0) return undefined;
  const service = servicesIn(account, metastore, catalog, schema).find((candidate) => candidate.name === name);
  return service && { catalog, schema, fullName, service };
}

export function servicesOf(account: Account, metastore: string): readonly PlacedService[] {
  const catalogs = account.metastores.find(({ id }) => id === metastore)?.catalogs ?? [];
  return catalogs.flatMap(({ name: catalog, schemas }) =>
    schemas.flatMap(({ name: schema, services }) =>
      services.map((service) => ({ catalog, schema, fullName: `${catalog}.${schema}.${service.name}`, service })),
    ),
  );
}

export function servicesIn(
  account: Account,
  metastore: string,
  catalog: string,
  schema: string,
): readonly ModelService[] {
  return (
    account.metastores
      .find(({ id }) => id === metastore)
      ?.catalogs.find(({ name }) => name === catalog)
      ?.schemas.find(({ name }) => name === schema)?.services ?? []
  );
}
