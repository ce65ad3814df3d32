import type { InstanceRecord, Waits } from '../journal/index.js';
import { duration, listed } from './wording.js';

const words: Readonly<Record<keyof Waits, string>> = {
  quota: 'for quota',
  pace: "for the target's own limits",
  retry: 'for a trouble to pass',
};
const reasons = Object.keys(words) as (keyof Waits)[];

/** How long requests were held back, in all; of requests that waited at the same time, each counts. */
export function waitsOf(instances: readonly InstanceRecord[]): Waits {
  const all = instances.flatMap(({ exchanges }) => exchanges.flatMap(({ waits }) => waits ?? []));
  return Object.fromEntries(reasons.map((why) => [why, all.reduce((sum, waits) => sum + (waits[why] ?? 0), 0)]));
}

/** `waited 8.0 s for quota`; undefined when nothing was waited for. */
export function waitsInWords(waits: Waits): string | undefined {
  const parts = reasons.flatMap((why) => {
    const milliseconds = waits[why] ?? 0;
    return milliseconds > 0 ? [`${duration(milliseconds)} ${words[why]}`] : [];
  });
  return parts.length === 0 ? undefined : `waited ${listed(parts)}`;
}
