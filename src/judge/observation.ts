import type { Json } from '../json/index.js';
import type { Aspect } from '../spec/index.js';
import type { Answered, JudgeContext } from './answered.js';
import { readAspect } from './aspects/index.js';

/** Aspect to value. */
export type Fingerprint = Readonly<Record<string, Json>>;

/** What is recorded of an answer that nothing is promised about: the same in every run in which the gateway behaves the same. */
export function readAspects(aspects: readonly Aspect[], answered: Answered, context: JudgeContext): Fingerprint {
  return Object.fromEntries(aspects.map((aspect) => [aspect, readAspect(aspect, answered, context)]));
}
