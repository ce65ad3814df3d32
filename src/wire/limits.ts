/** Bounds on one exchange; each has its own fault code, so that a hang becomes a verdict. */
export interface WireLimits {
  readonly connectMs: number;
  /** From the request's end to the response's head. */
  readonly headMs: number;
  /** Between two pieces of the response's body. */
  readonly idleMs: number;
  readonly totalMs: number;
  readonly bodyBytes: number;
  readonly headBytes: number;
}

export const defaultLimits: WireLimits = {
  connectMs: 10_000,
  headMs: 120_000,
  idleMs: 60_000,
  totalMs: 300_000,
  bodyBytes: 32 * 1024 * 1024,
  headBytes: 64 * 1024,
};
