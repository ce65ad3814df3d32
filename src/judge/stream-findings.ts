import type { StreamViolation } from '../api/index.js';
import { type Finding, fails } from './finding.js';

/** Where a stream leaves its grammar: the frame, what was legal there, and what came. */
export function streamFindings(check: string, violations: readonly StreamViolation[]): readonly Finding[] {
  return violations.map(({ message, frame, legal, came }) =>
    fails(check, message, { expected: legal, found: came, where: `frame ${frame}` }),
  );
}
