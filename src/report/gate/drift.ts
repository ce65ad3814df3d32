import type { Json } from '../../json/index.js';
import type { Drift } from './standing.js';

type Fingerprint = Readonly<Record<string, Json>>;

/** The aspects in which two observations of one behaviour differ, in the order of their names. */
export function driftsOf(accepted: Fingerprint, found: Fingerprint): readonly Drift[] {
  const aspects = [...new Set([...Object.keys(accepted), ...Object.keys(found)])].sort();
  return aspects
    .filter((aspect) => canonical(accepted[aspect]) !== canonical(found[aspect]))
    .map((aspect) => ({ aspect, accepted: accepted[aspect], found: found[aspect] }));
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: Json | undefined): string | undefined {
  return JSON.stringify(value, (_, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
