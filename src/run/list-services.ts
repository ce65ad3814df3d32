import { isJsonObject, type Json } from '../json/index.js';
import { failed, ok, type Problem, type Result } from '../problem/index.js';
import { bearer } from '../target/index.js';
import { defaultRetryPolicy, type WireResponse } from '../wire/index.js';
import { sendWithRetry } from '../wire/sending.js';
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
  const origin = context.target.workspaces['home']?.url ?? '';
  const token = await context.credentials.token('default', origin, context.signal);
  if (!token.ok) return token;
  const names: string[] = [];
  let next = '';
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ parent: `schemas/${schema}`, page_size: String(pageSize) });
    if (next !== '') query.set('page_token', next);
    const url = `${origin}/api/2.1/unity-catalog/model-services?${query}`;
    const headers: [string, string][] = [
      ['User-Agent', context.userAgent],
      ['Authorization', bearer(token.value)],
    ];
    const request = { method: 'GET', url, headers };
    const sent = await sendWithRetry(context.client, request, defaultRetryPolicy, context.signal, context.clock);
    const exchange = sent.at(-1)?.exchange;
    const body = exchange?.response?.status === 200 ? parsed(exchange.response) : undefined;
    if (!isJsonObject(body)) {
      const why = exchange?.fault?.message ?? `HTTP ${exchange?.response?.status}`;
      return failed(noListing(`${origin} does not list the model services of ${schema}: ${why}`));
    }
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

function parsed({ body }: WireResponse): Json | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as Json;
  } catch {
    return undefined;
  }
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
