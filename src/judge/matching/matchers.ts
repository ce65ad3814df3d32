import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import { isMatcher, type Matcher } from '../../spec/index.js';
import { inWords, isList, listed } from '../words.js';
import { equal } from './equal.js';
import { parsed } from './json-in-text.js';
import { longestMatchedText } from './limits.js';
import { farthest, near } from './near.js';
import { leastCosine, similar } from './similar.js';

/** Undefined when nobody knows. */
export type Decision = boolean | undefined;

/** Whether a value matches what is expected of it: how a matcher looks at what stands inside it. */
export type Accepted = (expected: Json, found: Json | undefined) => Decision;

interface Comparison {
  readonly accepts: (operand: Json, found: Json, accepted: Accepted) => Decision;
  /** Left out where a missing value decides nothing. */
  readonly acceptsMissing?: (operand: Json, accepted: Accepted) => Decision;
  readonly wants: (operand: Json) => string;
}

/** Every matcher, once. */
const matchers: Readonly<Record<keyof Matcher, Comparison>> = {
  $exists: {
    accepts: (operand) => operand === true,
    acceptsMissing: (operand) => operand === false,
    wants: (operand) => (operand === true ? 'something' : 'nothing there'),
  },
  $not: {
    accepts: (operand, found, accepted) => not(accepted(operand, found)),
    // A value that is not there is not something else either, unless presence itself is what is denied.
    acceptsMissing: (operand, accepted) =>
      isJsonObject(operand) && '$exists' in operand ? not(accepted(operand, undefined)) : undefined,
    wants: (operand) => `anything but ${wantsOf(operand)}`,
  },
  $equals: { accepts: equal, wants: (operand) => `exactly ${inWords(operand)}` },
  $in: {
    accepts: (operand, found, accepted) => isList(operand) && any(operand, (choice) => accepted(choice, found)),
    wants: (operand) => (isList(operand) ? `one of ${listed(operand.map(wantsOf), 'or')}` : inWords(operand)),
  },
  $contains: {
    accepts: (operand, found, accepted) => {
      if (isList(found)) return any(found, (item) => accepted(operand, item));
      return typeof found === 'string' && typeof operand === 'string' && found.includes(operand);
    },
    wants: (operand) =>
      `${typeof operand === 'string' ? 'a text or a list' : 'a list'} that contains ${wantsOf(operand)}`,
  },
  $matches: {
    accepts: (operand, found) => (typeof found === 'string' ? matchesPattern(String(operand), found) : false),
    wants: (operand) => `a text that matches /${operand}/u`,
  },
  $json: {
    accepts: (operand, found, accepted) => {
      const read = typeof found === 'string' ? parsed(found) : undefined;
      return read !== undefined && accepted(operand, read.value);
    },
    wants: (operand) => `a text that is JSON with ${wantsOf(operand)}`,
  },
  $near: {
    accepts: near,
    wants: (operand) => `${inWords(operand)}, each number at most ${farthest} away`,
  },
  $similar: {
    accepts: similar,
    wants: (operand) => `a vector like ${inWords(operand)}, with a cosine of at least ${leastCosine}`,
  },
  $each: {
    accepts: (operand, found, accepted) =>
      isList(found) && found.length > 0 && every(found, (item) => accepted(operand, item)),
    wants: (operand) => `a list of nothing but ${wantsOf(operand)}`,
  },
  $type: {
    accepts: (operand, found) => typesOf(found).includes(String(operand)),
    wants: (operand) => `a value of type ${operand}`,
  },
  $empty: {
    accepts: (operand, found) => {
      const size = sizeOf(found);
      return size !== undefined && (size === 0) === operand;
    },
    wants: (operand) => `${operand === true ? 'an empty' : 'a non-empty'} text, list or object`,
  },
  $length: {
    accepts: (operand, found) => !isJsonObject(found) && sizeOf(found) === operand,
    wants: (operand) => `a text or a list of length ${operand}`,
  },
  $min: {
    accepts: (operand, found) => typeof found === 'number' && typeof operand === 'number' && found >= operand,
    wants: (operand) => `a number that is at least ${operand}`,
  },
  $max: {
    accepts: (operand, found) => typeof found === 'number' && typeof operand === 'number' && found <= operand,
    wants: (operand) => `a number that is at most ${operand}`,
  },
};

/** What one entry of a matcher decides about a value. An unknown one decides nothing, so that it can't be a silent pass. */
export function decide(name: string, operand: Json, found: Json | undefined, accepted: Accepted): Decision {
  const matcher = matcherNamed(name);
  return found === undefined
    ? matcher?.acceptsMissing?.(operand, accepted)
    : matcher?.accepts(operand, found, accepted);
}

/** What is expected, in words. */
export function wantsOf(expected: Json): string {
  return isJsonObject(expected) && isMatcher(expected) ? wantsOfMatcher(expected) : inWords(expected);
}

function wantsOfMatcher(matcher: JsonObject): string {
  return Object.entries(matcher)
    .map(([name, operand]) => matcherNamed(name)?.wants(operand) ?? `what \`${name}\` says, which is no matcher`)
    .join(' and ');
}

function matcherNamed(name: string): Comparison | undefined {
  return Object.hasOwn(matchers, name) ? matchers[name as keyof Matcher] : undefined;
}

function not(decision: Decision): Decision {
  return decision === undefined ? undefined : !decision;
}

function any(items: readonly Json[], accepts: (item: Json) => Decision): Decision {
  const decisions = items.map(accepts);
  return decisions.includes(true) ? true : decisions.includes(undefined) ? undefined : false;
}

function every(items: readonly Json[], accepts: (item: Json) => Decision): Decision {
  return not(any(items, (item) => not(accepts(item))));
}

function matchesPattern(pattern: string, text: string): Decision {
  if (text.length > longestMatchedText) return undefined;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return undefined;
  }
}

function typesOf(value: Json): readonly string[] {
  if (value === null) return ['null'];
  if (isList(value)) return ['array'];
  return typeof value === 'number' && Number.isInteger(value) ? ['integer', 'number'] : [typeof value];
}

/** Characters are code points, as in JSON Schema. */
function sizeOf(value: Json): number | undefined {
  if (typeof value === 'string') return [...value].length;
  if (isList(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : undefined;
}
