import { ok, type Problem, type Result } from '../problem/index.js';

/** One result from many: the values under their keys, or the problems of all. */
export function combine<Values extends object>(
  parts: { readonly [Key in keyof Values]: Result<Values[Key]> },
): Result<Values> {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(parts as Record<string, Result<unknown>>)) {
    if (part.ok) values[key] = part.value;
    else problems.push(...part.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : ok(values as Values);
}
