import { inWords, type Restoration } from '../grants/index.js';

/** What was done, for people. */
export function sentenceOf({ securable, principal, held, notHeld }: Restoration): string {
  return `Restored ${inWords([...held, ...notHeld], securable)} for ${principal}.`;
}
