import { type Baseline, baselineVersion } from './baseline.js';
import { escapedJson } from './escaped-json.js';

/** A baseline as its file: one line for the run, and one for each instance, in the order of their ids. */
export function renderBaseline({ instances, ...run }: Baseline): string {
  const lines = [...instances]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([instance, accepted]) => ({ instance, ...accepted }));
  return [{ baseline: baselineVersion, ...run }, ...lines].map((line) => `${sorted(line)}\n`).join('');
}

/** Aspects by their names, so that the same behaviour is the same line. */
function sorted(line: object): string {
  return escapedJson(line, (key, value) =>
    key === 'observed' && typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
