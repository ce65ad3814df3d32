import { type Baseline, baselineVersion } from './baseline.js';

/** A baseline as its file: one line for the run, and one for each instance, in the order of their ids. */
export function renderBaseline({ instances, ...run }: Baseline): string {
  const lines = [...instances]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([instance, accepted]) => ({ instance, ...accepted }));
  return [{ baseline: baselineVersion, ...run }, ...lines].map((line) => `${sorted(line)}\n`).join('');
}

/** Aspects by their names, so that the same behaviour is the same line. What an editor or a terminal would act on is escaped. */
function sorted(line: object): string {
  const text = JSON.stringify(line, (key, value: unknown) =>
    key === 'observed' && typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return text.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
