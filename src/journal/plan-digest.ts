import { createHash } from 'node:crypto';

/** SHA-256 over the ids of all instances of a plan, in its order: two plans of one digest are one plan. */
export function planDigest(ids: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const id of ids) hash.update(`${id}\n`);
  return hash.digest('hex');
}
