import type { Finding } from '../judge/index.js';
import type { Step } from '../spec/index.js';
import type { Gathered } from './outcome.js';

/** How long a change of grants took to be seen, where a step waited for it and it came. */
export function propagationFinding(
  { eventually, action }: Step,
  { findings, stopped }: Gathered,
  sinceChangeMs: number,
): readonly Finding[] {
  if (eventually === undefined || stopped !== undefined || findings.some(({ holds }) => !holds)) return [];
  const found = Math.round(sinceChangeMs);
  const message = `The change of grants was seen ${found} ms after it was made, looking every ${eventually.everyMs} ms.`;
  return [{ check: 'propagation', holds: true, message, found, line: action.line }];
}
