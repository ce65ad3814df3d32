import { globMatcher } from '../glob/index.js';
import type { Selection, Suite } from '../spec/index.js';
import { apisOf } from './apis-of.js';
import type { Instance } from './instance.js';

/** What a user narrows a suite to; everything that is given must hold. */
export interface Filters {
  readonly cases?: readonly string[];
  /** Globs over the APIs that an instance calls; one that calls none, as a raw request may, is not among them. */
  readonly apis?: readonly string[];
  readonly tags?: readonly string[];
  readonly requirements?: readonly string[];
}

/** Whether a suite, narrowed by filters, contains an instance. */
export function selector(suite: Suite, filters: Filters = {}): (instance: Instance) => boolean {
  const chosen = suite.select.map(matcher);
  const excluded = suite.except.map(matcher);
  const narrowed = matcher({
    ...(filters.cases === undefined ? {} : { cases: [...filters.cases] }),
    ...(filters.tags === undefined ? {} : { tags: [...filters.tags] }),
    ...(filters.requirements === undefined ? {} : { requirements: [...filters.requirements] }),
  });
  const apis = filters.apis === undefined ? undefined : globMatcher(filters.apis);
  return (instance) =>
    (chosen.length === 0 || chosen.some((matches) => matches(instance))) &&
    !excluded.some((matches) => matches(instance)) &&
    narrowed(instance) &&
    (apis === undefined || apisOf(instance).some(apis));
}

function matcher(selection: Selection): (instance: Instance) => boolean {
  const cases = selection.cases === undefined ? undefined : globMatcher(selection.cases);
  const requirements = selection.requirements === undefined ? undefined : globMatcher(selection.requirements);
  return (instance) =>
    (cases === undefined || cases(instance.id) || cases(instance.case.id)) &&
    (selection.tags === undefined || selection.tags.some((tag) => instance.case.tags.includes(tag))) &&
    (requirements === undefined || instance.verifies.some(requirements)) &&
    (selection.levels === undefined || selection.levels.includes(instance.case.level));
}
