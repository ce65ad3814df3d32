/** A token that was fetched. Times are epoch milliseconds by the harness's own clock. */
export interface Issued {
  readonly token: string;
  /** When it was asked for: a lifetime that is counted from here ends too early rather than too late. */
  readonly fetchedAt: number;
  readonly expiresAt: number;
}

/** Requests may wait in a queue and their answers may stream for long: a token is renewed well before it expires. */
const comfortableMs = 60_000;

/** When to fetch the next one: a fifth of its life before its end, or a minute if that is more, but never in its first half. */
export function renewalOf({ fetchedAt, expiresAt }: Issued): number {
  const lifetime = Math.max(0, expiresAt - fetchedAt);
  return expiresAt - Math.min(Math.max(lifetime / 5, comfortableMs), lifetime / 2);
}
