import type { Target } from '../target/index.js';
import type { Line } from './diagnosis.js';

/** What the target names beside URLs, services and identities. Nothing is asked: a statement would start a warehouse. */
export function resourcesOf({ warehouses, models, features }: Target): readonly Line[] {
  const limited = Object.entries(models).flatMap(([role, { limit }]) =>
    limit === undefined ? [] : [`${role} (${limit.requests} in ${limit.perMs} ms)`],
  );
  const named = Object.entries(warehouses).map(([role, { id }]) => `${role} (${id})`);
  return [
    lineOf('warehouses, not started', named, 'none: no SQL is run'),
    lineOf('limited services', limited, 'none: no limit is exceeded on purpose'),
    lineOf('features', features, 'none'),
  ];
}

function lineOf(subject: string, there: readonly string[], absent: string): Line {
  if (there.length === 0) return { mark: 'unknown', subject, found: absent };
  return { mark: 'fine', subject, found: there.join(', ') };
}
