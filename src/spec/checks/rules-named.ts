import { isJsonObject, type JsonObject } from '../../json/index.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { partsOf } from './parts.js';

/** A word of a closed vocabulary, where it stands. */
export interface Named {
  readonly word: string;
  readonly path: YamlPath;
}

interface Written {
  readonly checks: JsonObject;
  readonly path: YamlPath;
}

/** The names of rules that a check asks for, as its list or as its `rules`. */
export function rulesNamed(item: CaseUnderCheck, check: 'rules' | 'stream'): readonly Named[] {
  return expectationsOf(item).flatMap(({ checks, path }) => {
    const asked = checks[check];
    return isJsonObject(asked) ? wordsIn(asked['rules'], [...path, check, 'rules']) : wordsIn(asked, [...path, check]);
  });
}

/** Every mapping of checks: of the case and its parts, their alternatives, and what all sides of a comparison must meet. */
function expectationsOf(item: CaseUnderCheck): readonly Written[] {
  const own: { readonly template: { readonly expect?: unknown }; readonly path: YamlPath } = item;
  const parts = partsOf(item).filter(({ path }) => path.length > item.path.length);
  return [own, ...parts].flatMap(({ template: { expect }, path }) => mappingsIn(expect, [...path, 'expect']));
}

function mappingsIn(expect: unknown, path: YamlPath): readonly Written[] {
  if (!isJsonObject(expect)) return [];
  const { any, all } = expect;
  const alternatives = Array.isArray(any) ? any.flatMap((one, index) => mappingsIn(one, [...path, 'any', index])) : [];
  return [{ checks: expect, path }, ...alternatives, ...mappingsIn(all, [...path, 'all'])];
}

function wordsIn(list: unknown, path: YamlPath): readonly Named[] {
  return Array.isArray(list) ? list.map((word, index) => ({ word: String(word), path: [...path, index] })) : [];
}
