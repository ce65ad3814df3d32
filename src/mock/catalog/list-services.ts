import { type Account, type ModelService, type Principal, servicesIn } from '../account/account.js';
import { missingPrivileges } from '../account/privileges.js';
import { apis } from '../apis/apis.js';
import { type Reply, refuse } from '../gateway/reply.js';
import { findSecurable, mayManage } from './securable.js';

const defaultPageSize = 10;
const largestPage = 100;

/** Who lists what. */
export interface Viewer {
  readonly account: Account;
  readonly metastore: string;
  readonly caller: Principal;
}

/**
 * The model services of a schema, page by page. Pages are cut before what the caller may not see is taken out, so that
 * a page may be empty and still not be the last, as databricks/unity-gateway#464 found.
 */
export function listServices(viewer: Viewer, query: URLSearchParams): Reply {
  const [catalog = '', schema = '', ...rest] = /^schemas\/(.+)$/.exec(query.get('parent') ?? '')?.[1]?.split('.') ?? [];
  if (schema === '' || rest.length > 0)
    return refuse(400, 'INVALID_PARAMETER_VALUE', "'parent' must be schemas/{catalog}.{schema}.").reply;
  const parent = findSecurable(viewer.account, viewer.metastore, 'schema', `${catalog}.${schema}`);
  if (parent.done) return parent.reply;
  const size = Number(query.get('page_size') ?? defaultPageSize);
  const start = startOf(query.get('page_token'));
  if (!Number.isInteger(size) || size < 0 || size > largestPage)
    return refuse(400, 'INVALID_PARAMETER_VALUE', `'page_size' must be from 0 to ${largestPage}.`).reply;
  if (start === undefined) return refuse(400, 'INVALID_PARAMETER_VALUE', "'page_token' is not one of this list.").reply;
  const services = servicesIn(viewer.account, viewer.metastore, catalog, schema);
  const end = start + (size === 0 ? defaultPageSize : size);
  const seen = services
    .slice(start, end)
    .filter(({ name }) => maySee(viewer, `${catalog}.${schema}.${name}`))
    .map((service) => described(service, `${catalog}.${schema}.${service.name}`));
  return {
    kind: 'answer',
    body: {
      model_services: seen.length === 0 ? null : seen,
      ...(end < services.length && { next_page_token: tokenFor(end) }),
    },
  };
}

/** Tokens are opaque, and hold what means something else in a query: a client that does not encode them is found out. */
function tokenFor(start: number): string {
  return `${start}+&=`;
}

function startOf(token: string | null): number | undefined {
  if (token === null) return 0;
  const [, start] = /^(\d{1,9})\+&=$/.exec(token) ?? [];
  return start === undefined ? undefined : Number(start);
}

/** One model service by its full name. Who may not see it is told that there is none. */
export function readService(viewer: Viewer, fullName: string): Reply {
  const found = findSecurable(viewer.account, viewer.metastore, 'model_service', fullName);
  if (found.done) return found.reply;
  const [catalog = '', schema = '', name] = fullName.split('.');
  const service = servicesIn(viewer.account, viewer.metastore, catalog, schema).find((one) => one.name === name);
  if (service !== undefined && maySee(viewer, fullName)) return { kind: 'answer', body: described(service, fullName) };
  return refuse(404, 'RESOURCE_DOES_NOT_EXIST', `Model Service '${fullName}' does not exist.`).reply;
}

function maySee({ account, metastore, caller }: Viewer, fullName: string): boolean {
  const [catalog = '', schema = ''] = fullName.split('.');
  if (missingPrivileges(account, metastore, caller, { catalog, schema, fullName }).length === 0) return true;
  const securable = findSecurable(account, metastore, 'model_service', fullName);
  return !securable.done && mayManage(account, metastore, caller, securable.value);
}

function described(service: ModelService, fullName: string): object {
  return {
    name: `model-services/${fullName}`,
    supported_api_types: service.apis.map((name) => apis[name].type),
    ...(service.owner !== undefined && { effective_owner: service.owner }),
  };
}
