import type { Target } from './target.js';

/**
 * Every text that must not leave the process, as far as it is known from the beginning: tokens that are fetched are for
 * who fetches them to tell. Encodings, such as the one that Basic sends, are for the redactor to know.
 */
export function secretsOf(target: Target): readonly string[] {
  const credentials = Object.values(target.identities).map(({ credential }) => credential);
  return [...new Set(credentials.flatMap((credential) => (credential.kind === 'cli' ? [] : [credential.secret])))];
}
