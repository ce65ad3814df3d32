import type { Prompt } from './prompt.js';

/** What the user asked last. */
export function questionOf({ turns }: Prompt): string {
  return turns.findLast((turn) => turn.role === 'user')?.text ?? '';
}
