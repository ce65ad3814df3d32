import type { Json } from '../json/index.js';
import { describe, excerpt, nameOf } from './describe.js';

/** One way in which a body departs from a contract or a rule. */
export interface Violation {
  /** One sentence that a reader understands without the schema. */
  readonly message: string;
  /** JSON Pointer into the body; empty for the body itself. */
  readonly where: string;
  readonly expected?: Json;
  /** The offending value; a long string is cut, and a list or an object is described instead of repeated. */
  readonly found?: Json;
}

/** More say nothing new, and a hostile body could otherwise cause millions. */
export const mostViolations = 20;

/** `id` is missing; expected a non-empty string. */
export function unexpected(where: string, found: Json | undefined, expected: string): Violation {
  return {
    message: `${nameOf(where)} is ${describe(found)}; expected ${expected}.`,
    where,
    expected,
    ...(found === undefined ? {} : { found: excerpt(found) }),
  };
}

/** What a check finds in the members of a list, up to the bound. */
export function violationsIn(
  list: readonly Json[],
  check: (member: Json, position: number) => readonly Violation[],
): readonly Violation[] {
  const violations: Violation[] = [];
  for (const [position, member] of list.entries()) {
    if (violations.length >= mostViolations) break;
    violations.push(...check(member, position));
  }
  return violations.slice(0, mostViolations);
}
