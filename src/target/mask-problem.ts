import type { Problem, Result } from '../problem/index.js';
import { maskSecrets } from './mask.js';

/** The last guard: whatever a name or a value turned out to hold, nothing that looks like a secret is shown. */
export function withoutSecretsInMessages<Value>(result: Result<Value>): Result<Value> {
  return result.ok ? result : { ok: false, problems: result.problems.map(maskProblem) };
}

export function maskProblem(problem: Problem): Problem {
  const { message, fix, place } = problem;
  return {
    ...problem,
    message: maskSecrets(message),
    ...(fix === undefined ? {} : { fix: maskSecrets(fix) }),
    ...(place?.text === undefined ? {} : { place: { ...place, text: maskSecrets(place.text) } }),
  };
}
