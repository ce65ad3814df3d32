import { bearer } from '../target/index.js';
import { defaultRetryPolicy, type Exchange, type WireResponse } from '../wire/index.js';
import { sendWithRetry } from '../wire/sending.js';
import type { RunContext } from './context.js';

/** Who am I: needs a valid credential, costs no tokens, and says which workspace a URL belongs to. */
export const whoAmI = '/api/2.0/preview/scim/v2/Me';

/** A connection that fails once is no reason to give a run up; somebody is waiting to be told of one that always does. */
const patience = { ...defaultRetryPolicy, attempts: 2, budgetMs: 2_000 };

/** Asks a URL who the identity is; without an identity, or without a token for it, only whether anybody is there. */
export async function askWho(origin: string, role: string | undefined, context: RunContext): Promise<Exchange> {
  const { client, clock, credentials, signal, userAgent } = context;
  const headers: [string, string][] = [['User-Agent', userAgent]];
  const token = role === undefined ? undefined : await credentials.token(role, origin, signal);
  if (token?.ok === true) headers.push(['Authorization', bearer(token.value)]);
  const request = { method: 'GET', url: `${origin}${whoAmI}`, headers };
  const attempts = await sendWithRetry(client, request, patience, signal, clock);
  return (attempts.at(-1) as (typeof attempts)[number]).exchange;
}

export function headerOf(response: WireResponse, wanted: string): string | undefined {
  return response.headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
