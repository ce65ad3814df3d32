import type { Target } from './target.js';

/** Every text that must not leave the process. Encodings of it, such as the one that Basic sends, are for the redactor to know. */
export function secretsOf(target: Target): readonly string[] {
  return [...new Set(Object.values(target.identities).map(({ credential }) => credential.secret))];
}
