import type { Json } from '../json/index.js';
import type { Violation } from './api.js';
import { describe, excerpt, nameOf } from './describe.js';

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
