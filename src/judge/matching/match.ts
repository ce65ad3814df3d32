import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import { isMatcher, isQuery } from '../../spec/index.js';
import { child, isList } from '../words.js';
import { select } from './json-path.js';
import { type Decision, decide, wantsOf } from './matchers.js';
import type { Mismatch } from './mismatch.js';

const none: readonly Mismatch[] = [];

/**
 * How a value differs from what a spec expects of it.
 * A mapping names what must be there, and more may be; a list is matched item by item; a mapping of `$` keys compares;
 * a key that is a JSONPath stands for every value that it selects, of which there must be one.
 * `found` is undefined when there is no value, which only `$exists` accepts.
 */
export function match(expected: Json, found: Json | undefined, at = ''): readonly Mismatch[] {
  if (isList(expected)) return matchList(expected, found, at);
  if (!isJsonObject(expected)) return expected === found ? none : [differs(expected, found, at)];
  return isMatcher(expected) ? matchMatcher(expected, found, at) : matchFields(expected, found, at);
}

function matchList(expected: readonly Json[], found: Json | undefined, at: string): readonly Mismatch[] {
  if (!isList(found) || found.length !== expected.length) return [differs(expected, found, at)];
  return expected.flatMap((item, index) => match(item, found[index], child(at, index)));
}

function matchFields(expected: JsonObject, found: Json | undefined, at: string): readonly Mismatch[] {
  const keys = Object.keys(expected);
  const fields = isJsonObject(found) ? found : undefined;
  // A query may select inside a list, too.
  if (fields === undefined && (found === undefined || !keys.some(isQuery))) return [differs(expected, found, at)];
  return keys.flatMap((key) => {
    const wanted = expected[key] as Json;
    if (isQuery(key)) return matchSelected(key, wanted, found as Json, at);
    return match(wanted, fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined, child(at, key));
  });
}

function matchSelected(query: string, expected: Json, found: Json, at: string): readonly Mismatch[] {
  const selected = select(query, found);
  if (typeof selected === 'string') {
    return [
      {
        where: at,
        query,
        wants: `a JSONPath that can be evaluated (${selected})`,
        expected,
        found: undefined,
        undecided: true,
      },
    ];
  }
  if (selected.length === 0) return match(expected, undefined).map((mismatch) => ({ ...mismatch, where: at, query }));
  return selected.flatMap(({ where, value }) => match(expected, value, at + where));
}

function matchMatcher(expected: JsonObject, found: Json | undefined, at: string): readonly Mismatch[] {
  const decisions = Object.entries(expected).map(([name, operand]) => decide(name, operand, found, accepted));
  if (decisions.every((decision) => decision === true)) return none;
  return [{ ...differs(expected, found, at), ...(decisions.includes(undefined) ? { undecided: true } : {}) }];
}

function accepted(expected: Json, found: Json | undefined): Decision {
  const mismatches = match(expected, found);
  return mismatches.some(({ undecided }) => undecided) ? undefined : mismatches.length === 0;
}

function differs(expected: Json, found: Json | undefined, where: string): Mismatch {
  return { where, wants: wantsOf(expected), expected, found };
}
