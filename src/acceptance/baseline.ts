import type { Verdict } from '../journal/index.js';
import type { Json } from '../json/index.js';

/** The format's version. It grows only by optional keys; anything else raises the number. */
export const baselineVersion = 1;

/** What a run was like when it was accepted. */
export interface Baseline {
  readonly target: string;
  readonly suite: string;
  /** When the run began; ISO 8601, UTC. */
  readonly startedAt: string;
  /** `gateway-conformance 0.1.0` */
  readonly tool: string;
  readonly specsDigest: string;
  /** By their ids. */
  readonly instances: ReadonlyMap<string, AcceptedInstance>;
}

export interface AcceptedInstance {
  readonly verdict: Verdict;
  readonly requirements: readonly string[];
  /** The fingerprint of what was observed. */
  readonly observed?: Readonly<Record<string, Json>>;
}
