import { basicPayload } from './authorization.js';
import type { Target } from './target.js';

/** Every text that must not leave the process: each token, bare and as Basic sends it. */
export function secretsOf(target: Target): readonly string[] {
  const credentials = Object.values(target.identities).map(({ credential }) => credential);
  return [...new Set(credentials.flatMap((credential) => [credential.secret, basicPayload(credential)]))];
}
