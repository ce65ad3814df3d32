import type { Exchange } from './exchange.js';

/** How long a request was held back before it was sent, by why, in milliseconds. What is zero is left out. */
export interface Waits {
  /** For the gateway's quota: after a 429 of its own, or of another request to the same model. */
  readonly quota?: number;
  /** For the limits that the target sets on what is asked of it. */
  readonly pace?: number;
  /** For a trouble of the network or the service to pass. */
  readonly retry?: number;
}

/** Whether a request may be sent now, and how long that took. */
export type Entry = { readonly admitted: true; readonly waits: Waits } | { readonly admitted: false };

/**
 * Decides when a request may be sent, and whether: what the requests of a run have to know of each other. One for each
 * request, asked again before each of its attempts.
 */
export interface Admission {
  /** `patienceMs`: how long the request may still wait for quota. Never rejects: an abort ends the wait and admits. */
  enter(patienceMs: number, signal?: AbortSignal): Promise<Entry>;
  /** Told what came of each attempt. */
  leave(exchange: Exchange): void;
}

export function addWaits(before: Waits, after: Waits): Waits {
  const sum = { ...before };
  for (const [why, milliseconds] of Object.entries(after) as [keyof Waits, number][]) {
    if (milliseconds > 0) Object.assign(sum, { [why]: (before[why] ?? 0) + milliseconds });
  }
  return sum;
}
