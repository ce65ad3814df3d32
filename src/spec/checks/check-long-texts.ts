import { isJsonObject } from '../../json/index.js';
import type { Problem } from '../../problem/index.js';
import { longestText } from '../schema/text-schema.js';
import type { YamlPath } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { partsOf } from './parts.js';

/** A text that is repeated can be longer than memory: found here, and not halfway through a run. */
export function checkLongTexts(item: CaseUnderCheck): readonly Problem[] {
  const { template, path } = item;
  return [
    ...tooLong(item, template.each, [...path, 'each']),
    ...partsOf(item).flatMap(({ template: { call }, path: part }) => [
      ...tooLong(item, call?.prompt, [...part, 'call', 'prompt']),
      ...tooLong(item, call?.messages, [...part, 'call', 'messages']),
    ]),
  ];
}

function tooLong(item: CaseUnderCheck, within: unknown, path: YamlPath): Problem[] {
  if (Array.isArray(within)) return within.flatMap((inner, index) => tooLong(item, inner, [...path, index]));
  if (!isJsonObject(within)) return [];
  const { repeat, times } = within;
  if (typeof repeat !== 'string' || typeof times !== 'number')
    return Object.entries(within).flatMap(([key, inner]) => tooLong(item, inner, [...path, key]));
  const length = repeat.length * times;
  if (length <= longestText) return [];
  const place = item.source.place([...path, 'times']);
  const message = `the text is ${length} characters long`;
  return [{ code: 'schema.wrong-value', message, place, fix: `stay below ${longestText} characters` }];
}
