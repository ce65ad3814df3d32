import { mostViolations } from '../violation.js';
import type { StreamRule, StreamViolation } from './reading.js';

/** Where and how a stream left the grammar. */
export type Breach = Pick<StreamViolation, 'frame' | 'state' | 'legal' | 'came'>;

/**
 * Collects violations, bounded: a stream may break a rule in each of a million frames. The first of every rule is kept
 * whatever else came, because a spec may ask for that one rule by name.
 */
export interface StreamLog<Name extends string> {
  report(rule: Name, breach: Breach): void;
  /** By frame: some rules can only be judged later than where they were broken. */
  violations(): readonly StreamViolation[];
}

/** What is wrong in every frame must not hide what is wrong in one. */
const mostOfOneRule = 3;

export function createStreamLog<Name extends string>(rules: Readonly<Record<Name, StreamRule>>): StreamLog<Name> {
  const found: StreamViolation[] = [];
  const times = new Map<Name, number>();
  const isKept = (before: number) =>
    before === 0 || (before < mostOfOneRule && found.length - times.size < mostViolations);
  return {
    report(rule, breach) {
      const before = times.get(rule) ?? 0;
      if (!isKept(before)) return;
      times.set(rule, before + 1);
      found.push({ rule, level: rules[rule].level, ...breach, message: sentence(breach) });
    },
    violations: () => found.toSorted((one, other) => one.frame - other.frame),
  };
}

function sentence({ frame, state, legal, came }: Breach): string {
  return `Frame ${frame} in state "${state}": ${came} came; legal was ${legal}.`;
}
