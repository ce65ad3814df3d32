import { jsonpath } from 'json-p3';
import { isJsonObject } from '../../json/index.js';
import type { Problem } from '../../problem/index.js';
import { isMatcher, isQuery } from '../matcher.js';
import { substitute } from '../references.js';
import { MatcherSchema } from '../schema/matcher-schema.js';
import { checkShapeAt } from '../yaml/check-shape.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { partsOf } from './parts.js';

/** Matchers, regular expressions and JSONPath stand inside free-form values, where the schema does not reach. */
export function checkMatchers(item: CaseUnderCheck): readonly Problem[] {
  const expectations = partsOf(item).flatMap(({ template, path }) => [
    { value: template.expect as unknown, path: [...path, 'expect'] },
  ]);
  if (item.template.compare !== undefined)
    expectations.push({ value: item.template.expect, path: [...item.path, 'expect'] });
  const captures = partsOf(item).flatMap(({ template, path }) =>
    Object.entries(template.capture ?? {}).flatMap(([name, capture]) =>
      'body' in capture ? checkQuery(item, capture.body, [...path, 'capture', name, 'body']) : [],
    ),
  );
  return [...expectations.flatMap(({ value, path }) => walk(item, value, path)), ...captures];
}

function walk(item: CaseUnderCheck, value: unknown, path: YamlPath): Problem[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => walk(item, entry, [...path, index]));
  if (!isJsonObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, entry]) => [
    ...(isQuery(key) ? checkQuery(item, key, [...path, key], 'key') : []),
    ...walk(item, entry, [...path, key]),
  ]);
  if (!isMatcher(value)) {
    const stray = Object.keys(value).find((key) => key.startsWith('$') && !isQuery(key));
    if (stray === undefined) return inside;
    return [
      ...inside,
      {
        code: 'matcher.malformed',
        message: `\`${stray}\` stands beside keys that are not of a matcher`,
        place: item.source.place([...path, stray], 'key'),
        fix: 'a mapping is either a matcher or a part of the body',
      },
    ];
  }
  const shaped = checkShapeAt(item.source, path, value, MatcherSchema);
  return [
    ...inside,
    ...(shaped.ok ? [] : shaped.problems),
    ...checkRegularExpression(item, value['$matches'], [...path, '$matches']),
  ];
}

function checkRegularExpression(item: CaseUnderCheck, pattern: unknown, path: YamlPath): Problem[] {
  if (typeof pattern !== 'string') return [];
  try {
    // Whatever a reference stands for, the rest has to make sense around it.
    new RegExp(substitute(pattern, () => 'x') as string, 'u');
    return [];
  } catch (error) {
    return [
      {
        code: 'matcher.malformed',
        message: `not a regular expression: ${(error as Error).message}`,
        place: item.source.place(path),
        fix: 'write it in ECMAScript syntax (flag u)',
      },
    ];
  }
}

function checkQuery(item: CaseUnderCheck, query: string, path: YamlPath, what: 'key' | 'value' = 'value'): Problem[] {
  try {
    jsonpath.compile(query);
    return [];
  } catch (error) {
    return [
      {
        code: 'jsonpath.malformed',
        message: `not a JSONPath: ${(error as Error).message}`,
        place: item.source.place(path, what),
        fix: 'write it as in RFC 9535, such as $.choices[0].message.content',
      },
    ];
  }
}
