import type { Step } from '../spec/index.js';
import type { Bindings } from './instance.js';

/** How many requests may go in one moment where so many may go in a second. */
export function atOnceWithin(requestsPerSecond: number): number {
  return Math.max(1, Math.floor(requestsPerSecond));
}

/** How many copies of a step are sent at the same time; 1 unless its spec says otherwise. */
export function copiesOf({ atOnce }: Step, bindings: Bindings): number {
  if (typeof atOnce !== 'string') return atOnce ?? 1;
  const name = /^\$\{each\.([^}]+)\}$/.exec(atOnce)?.[1] ?? '';
  return Number(bindings[name]?.value ?? 1);
}
