import {
  defaultRetryPolicy,
  type Exchange,
  type RetryClock,
  type WireClient,
  type WireRequest,
} from '../../wire/index.js';
import { sendWithRetry } from '../../wire/sending.js';

/** How tokens are asked for. None of it is recorded: what is asked and answered here is secret. */
export interface TokenRequests {
  send(request: WireRequest): Promise<Exchange>;
  /** Epoch milliseconds. */
  now(): number;
}

/** Everything waits for a token, so that waiting for one is bounded, and short. */
const policy = { ...defaultRetryPolicy, attempts: 3, budgetMs: 10_000 };

export function tokenRequests(
  client: WireClient,
  clock: RetryClock,
  userAgent: string,
  signal: AbortSignal,
): TokenRequests {
  return {
    now: () => clock.now(),
    async send(request) {
      const headers = [...request.headers, ['User-Agent', userAgent] as const];
      const attempts = await sendWithRetry(client, { ...request, headers }, policy, signal, clock);
      return (attempts.at(-1) as (typeof attempts)[number]).exchange;
    },
  };
}
