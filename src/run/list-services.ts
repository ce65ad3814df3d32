import { isJsonObject, type Json } from '../json/index.js';
import { failed, ok, type Problem, type Result } from '../problem/index.js';
import { askingWith } from './ask.js';
import type { RunContext } from './context.js';

// Large pages, and pages of the size that the gateway chooses, end in HTTP 499 or 504 (databricks/unity-gateway#345).
const pageSize = 10;
const mostPages = 100;
const prefix = 'model-services/';
const fullName = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** A model service as its schema lists it. */
export interface ListedService {
  /** `catalog.schema.name` */
  readonly fqn: string;
  /** Names of the APIs on which it says that it answers; empty when it says none that the harness knows. */
  readonly apis: readonly string[];
}

/**
 * The model services of a schema that the identity default may see, to the last page: a page can be empty and have
 * another one after it.
 */
export async function listServices(schema: string, context: RunContext): Promise<Result<readonly ListedService[]>> {
  const { credentials, signal, target } = context;
  const origin = target.workspaces['home']?.url ?? '';
  const token = await credentials.token('default', origin, signal);
  if (!token.ok) return token;
  const { ask } = askingWith(context, { signal });
  const services: ListedService[] = [];
  let next = '';
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ parent: `schemas/${schema}`, page_size: String(pageSize) });
    if (next !== '') query.set('page_token', next);
    const path = `/api/2.1/unity-catalog/model-services?${query}`;
    const { status, body, message } = await ask({ as: 'default', method: 'GET', path });
    if (status !== 200 || !isJsonObject(body))
      return failed(noListing(`${origin} does not list the model services of ${schema}: ${message}`));
    services.push(...servicesIn(body['model_services'], context));
    const following = body['next_page_token'];
    if (typeof following !== 'string' || following === '') return ok(services);
    next = following;
  }
  return failed(noListing(`${origin} names another page after ${mostPages} pages of the model services of ${schema}`));
}

function noListing(message: string): Problem {
  return { code: 'target.no-listing', message, fix: 'name the model services yourself, without --ask' };
}

/** What is no full name is left out: it is going to stand in a file. */
function servicesIn(listed: Json | undefined, { apis }: RunContext): readonly ListedService[] {
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((service: Json) => {
    if (!isJsonObject(service)) return [];
    const { name, supported_api_types: types } = service;
    const plain = typeof name === 'string' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    if (typeof plain !== 'string' || !fullName.test(plain)) return [];
    const known = Object.values(apis).filter(({ api }) => Array.isArray(types) && types.includes(api.apiType));
    return [{ fqn: plain, apis: known.map(({ api }) => api.name) }];
  });
}
