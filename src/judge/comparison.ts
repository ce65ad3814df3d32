import type { Json } from '../json/index.js';
import type { Aspect, Expectation } from '../spec/index.js';
import { type Answered, isReceived, type JudgeContext } from './answered.js';
import { readAspect } from './aspects/index.js';
import { type Finding, fails, holds } from './finding.js';
import { judge } from './judge.js';
import { equal } from './matching/equal.js';
import { inWords, isList, listed, shown } from './words.js';

/** One of the ways that must be equivalent. */
export interface AnsweredSide {
  readonly name: string;
  readonly answered: Answered;
}

interface SideValue {
  readonly name: string;
  readonly value: Json;
}

const mostDifferencesInSentence = 5;

/**
 * What holds of several answers: `all` of each, and every aspect of `equivalent` between the first and the others.
 * Aspects that no side has, or that a missing answer hides, are not equal: nothing shows it.
 */
export function judgeComparison(
  sides: readonly AnsweredSide[],
  all: Expectation,
  equivalent: readonly Aspect[],
  line: number,
  context: JudgeContext,
): readonly Finding[] {
  const each = sides.flatMap(({ name, answered }) =>
    judge([all], answered, context).map((finding) => ({ ...finding, step: name })),
  );
  const between = equivalent.flatMap((aspect) => compareAspect(aspect, sides, context));
  return [...each, ...between.map((finding) => ({ ...finding, line }))];
}

function compareAspect(aspect: Aspect, sides: readonly AnsweredSide[], context: JudgeContext): readonly Finding[] {
  const check = `equivalent.${aspect}`;
  const silent = sides.filter(({ answered }) => !isReceived(answered)).map(({ name }) => name);
  if (silent.length > 0) return [fails(check, `There is no response from ${listed(silent, 'and')} to compare.`)];
  const [first, ...others] = sides.map(
    ({ name, answered }): SideValue => ({ name, value: readAspect(aspect, answered, context) }),
  );
  if (first === undefined || others.length === 0) return [fails(check, 'There is nothing to compare with.')];
  if ([first, ...others].every(({ value }) => value === null)) {
    return [fails(check, `No side has the aspect ${aspect}, so nothing shows that it is the same.`)];
  }
  const different = others.filter(({ value }) => !equal(first.value, value));
  if (different.length > 0) return different.map((other) => differenceBetween(check, aspect, first, other));
  const names = listed(
    [first, ...others].map(({ name }) => name),
    'and',
  );
  return [holds(check, `The ${aspect} of ${names} is the same.`, { found: shown(first.value) })];
}

function differenceBetween(check: string, aspect: Aspect, first: SideValue, other: SideValue): Finding {
  const [mine, theirs] =
    isList(first.value) && isList(other.value)
      ? [without(first.value, other.value), without(other.value, first.value)]
      : [first.value, other.value];
  const message = `The ${aspect} differs: ${inSentence(first.name, mine)}; ${inSentence(other.name, theirs)}.`;
  return fails(check, message, { expected: { [first.name]: shown(mine) }, found: { [other.name]: shown(theirs) } });
}

/** Of two long lists only what differs is worth reading. */
function without(some: readonly Json[], others: readonly Json[]): readonly Json[] {
  return some.filter((item) => !others.some((other) => equal(item, other)));
}

function inSentence(name: string, value: Json): string {
  if (value === null) return `${name} has none`;
  if (!isList(value)) return `${name} has ${inWords(value)}`;
  if (value.length === 0) return `${name} has nothing that the other lacks`;
  const more = value.length - mostDifferencesInSentence;
  const named = value
    .slice(0, mostDifferencesInSentence)
    .map((item) => (typeof item === 'string' ? item : inWords(item)));
  return `only ${name} has ${listed(more > 0 ? [...named, `${more} more`] : named, 'and')}`;
}
