import { isJsonObject, type Json } from '../json/index.js';
import { failed, ok, type Problem, type Result } from '../problem/index.js';
import { askingWith } from './ask.js';
import type { RunContext } from './context.js';

// Large pages, and pages of the size that the gateway chooses, end in HTTP 499 or 504 (databricks/unity-gateway#345).
const pageSize = 10;
const mostPages = 100;
const prefix = 'model-services/';
const fullName = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * The full names of the model services of a schema that the identity default may see, to the last page: a page can be
 * empty and have another one after it.
 */
export async function listServices(schema: string, context: RunContext): Promise<Result<readonly string[]>> {
  const { credentials, signal, target } = context;
  const origin = target.workspaces['home']?.url ?? '';
  const token = await credentials.token('default', origin, signal);
  if (!token.ok) return token;
  const { ask } = askingWith(context, { signal });
  const names: string[] = [];
  let next = '';
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ parent: `schemas/${schema}`, page_size: String(pageSize) });
    if (next !== '') query.set('page_token', next);
    const path = `/api/2.1/unity-catalog/model-services?${query}`;
    const { status, body, message } = await ask({ as: 'default', method: 'GET', path });
    if (status !== 200 || !isJsonObject(body))
      return failed(noListing(`${origin} does not list the model services of ${schema}: ${message}`));
    names.push(...namesIn(body['model_services']));
    const following = body['next_page_token'];
    if (typeof following !== 'string' || following === '') return ok(names);
    next = following;
  }
  return failed(noListing(`${origin} names another page after ${mostPages} pages of the model services of ${schema}`));
}

function noListing(message: string): Problem {
  return { code: 'target.no-listing', message, fix: 'name the model services yourself, without --ask' };
}

/** What is no full name is left out: it is going to stand in a file. */
function namesIn(services: Json | undefined): readonly string[] {
  if (!Array.isArray(services)) return [];
  return services.flatMap((service: Json) => {
    const name = isJsonObject(service) ? service['name'] : undefined;
    const plain = typeof name === 'string' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    return typeof plain === 'string' && fullName.test(plain) ? [plain] : [];
  });
}
