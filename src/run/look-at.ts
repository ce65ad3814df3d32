import { type Reply, readHeld, restorer, succeeded } from '../grants/index.js';
import { isJsonObject } from '../json/index.js';
import { securableOf, securableTypes } from '../securable/index.js';
import { askingWith, outsideCases } from './ask.js';
import type { RunContext } from './context.js';

/** What a question to the management API brought, which changes nothing. */
export type Looked =
  | { readonly kind: 'there'; readonly state?: string }
  /** `reason`: what was asked for and what the account says. */
  | { readonly kind: 'refused' | 'unanswered'; readonly reason: string };

/**
 * Asks as the admin for what a principal holds on a model service, its schema and its catalog. Who may change grants may
 * read those of others, so that a refusal says that they cannot be changed.
 */
export async function lookAtGrants(
  fullName: string,
  principal: string,
  context: RunContext,
): Promise<readonly Looked[]> {
  const ask = outsideCases(askingWith(context, { signal: context.signal }).ask);
  return Promise.all(
    securableTypes.map(async (type) => {
      const securable = securableOf(fullName, type);
      const held = await readHeld(ask, restorer, securable, principal);
      return held.ok
        ? { kind: 'there' }
        : notThere(`the grants on ${type.replace('_', ' ')} ${securable.name}`, held.reply);
    }),
  );
}

/** Asks as default for a SQL warehouse ("Get" of the Warehouses API), which does not start it. */
export async function lookAtWarehouse(id: string, context: RunContext): Promise<Looked> {
  const ask = outsideCases(askingWith(context, { signal: context.signal }).ask);
  const path = `/api/2.0/sql/warehouses/${encodeURIComponent(id)}`;
  const reply = await ask({ as: 'default', method: 'GET', path });
  if (!succeeded(reply)) return notThere(id, reply);
  const state = isJsonObject(reply.body) ? reply.body['state'] : undefined;
  return { kind: 'there', ...(typeof state === 'string' ? { state } : {}) };
}

function notThere(what: string, { status, message }: Reply): Looked {
  const refused = status !== undefined && status >= 400 && status < 500 && status !== 429;
  return { kind: refused ? 'refused' : 'unanswered', reason: `${what}: ${message}` };
}
