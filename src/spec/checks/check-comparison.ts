import type { Problem } from '../../problem/index.js';
import type { CaseUnderCheck } from './case-under-check.js';

/** `all` and `equivalent` belong to comparisons, and a comparison has nothing else. */
export function checkComparison({ source, template, path }: CaseUnderCheck): readonly Problem[] {
  const { compare, expect, observe } = template;
  const misplaced = (key: string, message: string, fix: string, what: 'key' | 'value' = 'key'): Problem[] => [
    { code: 'case.misplaced-key', message, place: source.place([...path, key], what), fix },
  ];
  if (expect === undefined) return [];
  const comparing = typeof expect !== 'string' && ('equivalent' in expect || 'all' in expect);
  if (compare === undefined) {
    if (!comparing) return [];
    return misplaced('expect', '`equivalent` needs something to compare', 'write the ways under `compare:`');
  }
  if (observe !== undefined)
    return misplaced('observe', 'a comparison is either expected or observed', 'write two cases');
  if (comparing) return [];
  const message = 'a comparison says what must be equivalent';
  if (typeof expect !== 'string') return misplaced('expect', message, 'write `expect: { all: …, equivalent: […] }`');
  return misplaced('expect', message, `write \`expect: { all: ${expect}, equivalent: [status] }\``, 'value');
}
