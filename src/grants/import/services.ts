import type { ModelService } from '../../target/index.js';

/** Why a matrix should not ask a model service; undefined when it may. */
export function reasonToSpare({ limit, scratch, refuses }: ModelService): string | undefined {
  if (refuses !== undefined) return refuses.because;
  if (limit !== undefined) return 'its rate limit would be used up';
  if (scratch === true) return 'specs change its grants while a run lasts';
  return undefined;
}
