import { suggestedFor } from '../acceptance/index.js';
import type { Journal } from '../journal/index.js';
import { type Comparison, dayOf } from './comparison.js';
import { visibleLine } from './visible.js';
import { counted } from './wording.js';

/** `; 28 of the baseline's 811 instances were asked for`, to end the sentence of a gate with; empty when all were. */
export function unselectedInWords({ overlap }: Comparison): string {
  if (overlap === undefined || overlap.unselected === 0) return '';
  const { size } = overlap.baseline.instances;
  return `; of the baseline's ${counted(size, 'instance')}, ${overlap.unselected} were not selected`;
}

/** What a reader must know of the comparison to take it for what it is. */
export function remarksOn({ overlap, knownFailures, acceptance }: Comparison, journal: Journal): readonly string[] {
  const ids = () => [...journal.instances.map(({ id }) => id), ...(journal.run.unselected ?? [])];
  return [
    ...knownFailures.stale.map(
      ({ instance, place }) =>
        `\`${visibleLine(instance)}\` (${place.file}:${place.line}) is a known failure no more: remove or narrow the entry.`,
    ),
    ...knownFailures.matchingNothing.map((entry) =>
      `\`${visibleLine(entry.instance)}\` (${entry.place.file}:${entry.place.line}) matches no instance: ${suggestedFor(entry, ids())}.`.replace(
        '?.',
        '?',
      ),
    ),
    ...(knownFailures.unselected === 0
      ? []
      : [
          `${counted(knownFailures.unselected, 'known failure')} of ${acceptance.knownFailures?.length} are about what was not selected.`,
        ]),
    ...(overlap === undefined ? [] : aboutBaseline(overlap, journal)),
  ];
}

function aboutBaseline(
  { baseline, compared, added, fixed, gone }: NonNullable<Comparison['overlap']>,
  { run }: Journal,
): readonly string[] {
  const elsewhere =
    baseline.target === run.target.name ? '' : `, which is of the target ${visibleLine(baseline.target)}`;
  return [
    `Compared with the baseline of ${dayOf(baseline.startedAt)}${elsewhere}: ${counted(compared, 'instance')}.`,
    ...(gone.length === 0 || baseline.specsDigest === run.specsDigest
      ? []
      : [`${counted(gone.length, 'instance')} of the baseline no longer exist, and the specs have changed since.`]),
    ...(added + fixed.length === 0
      ? []
      : [
          `Write the baseline again to guard ${counted(added + fixed.length, 'instance')} more: new ones, and failures that hold now.`,
        ]),
  ];
}
