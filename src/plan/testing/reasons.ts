import { caseOf } from '../../spec/testing/load-cases.js';
import type { Target } from '../../target/index.js';
import { expand } from '../expand.js';
import { missingNeed } from '../missing-needs.js';
import { smallTarget } from './small-target.js';

/** The reasons of all instances of a case. */
export function reasons(body: string, target: Target = smallTarget) {
  return expand(caseOf(body)).map((instance) => missingNeed(instance, target));
}
