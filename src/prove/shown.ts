import type { FinishedEvent } from '../journal/index.js';
import type { Instance } from '../plan/index.js';

/** What one instance showed, as far as proving needs it. */
export interface Shown {
  readonly instance: string;
  readonly case: string;
  readonly file: string;
  readonly requirements: readonly string[];
  readonly verdict: FinishedEvent['verdict'];
  /** Those that do not hold. */
  readonly findings: readonly ShownFinding[];
  /** Why it came to no verdict about the gateway. */
  readonly reason?: string;
  /** What was observed, as one text to compare. */
  readonly observed?: string;
}

export interface ShownFinding {
  readonly check: string;
  readonly message: string;
  /** Of the spec. */
  readonly line?: number;
}

export function shownOf({ case: item, verifies }: Instance, finished: FinishedEvent): Shown {
  const { instance, verdict, findings, reason, observed } = finished;
  return {
    instance,
    case: item.id,
    file: item.file,
    requirements: verifies,
    verdict,
    findings: findings
      .filter(({ holds }) => !holds)
      .map(({ check, message, line }) => ({ check, message, ...(line === undefined ? {} : { line }) })),
    ...(reason === undefined ? {} : { reason: reason.message }),
    ...(observed === undefined ? {} : { observed: JSON.stringify(observed) }),
  };
}
