import type { Problem } from '../../problem/index.js';
import { overlapOf } from '../alternative.js';
import type { YamlPath, YamlSource } from '../yaml/yaml-source.js';
import type { CaseUnderCheck } from './case-under-check.js';
import { partsOf } from './parts.js';

/** What stands beside `any` holds for every alternative: an alternative that says the same again would take its place. */
export function checkAlternatives(item: CaseUnderCheck): readonly Problem[] {
  return partsOf(item).flatMap(({ template, path }) =>
    problemsIn(item.source, template.expect as unknown, [...path, 'expect']),
  );
}

function problemsIn(source: YamlSource, expect: unknown, path: YamlPath): readonly Problem[] {
  if (typeof expect !== 'object' || expect === null || !('any' in expect) || !Array.isArray(expect.any)) return [];
  const { any, ...shared } = expect;
  return any.flatMap((alternative: unknown, index) => {
    if (typeof alternative !== 'object' || alternative === null) return [];
    return overlapOf(shared, { ...alternative }).map((keys): Problem => {
      const written = `\`${keys.join('.')}\``;
      return {
        code: 'case.misplaced-key',
        message: `${written} stands beside \`any\` and in one of its alternatives`,
        place: source.place([...path, 'any', index, ...keys], 'key'),
        fix: `say ${written} in one of the two: what stands beside \`any\` holds for every alternative`,
      };
    });
  });
}
