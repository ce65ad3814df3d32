import { suggestedFor } from '../../acceptance/index.js';
import type { Journal } from '../../journal/index.js';
import { visibleLine } from '../visible.js';
import { counted } from '../wording.js';
import { dayOf, type RunStanding } from './run-standing.js';

/** `; 28 of the baseline's 811 instances were asked for`, to end the sentence of a gate with; empty when all were. */
export function unselectedInWords({ overlap }: RunStanding): string {
  if (overlap === undefined || overlap.unselected === 0) return '';
  const { size } = overlap.baseline.instances;
  return `; of the baseline's ${counted(size, 'instance')}, ${overlap.unselected} ${overlap.unselected === 1 ? 'was' : 'were'} not selected`;
}

/** What a reader must know of what was accepted, to take the standing for what it is. */
export function remarksOn({ overlap, knownFailures, acceptance }: RunStanding, journal: Journal): readonly string[] {
  const ids = () => [...journal.instances.map(({ id }) => id), ...(journal.run.unselected ?? [])];
  return [
    ...knownFailures.stale.map(
      ({ instance, place }) =>
        `\`${visibleLine(instance)}\` (${place.file}:${place.line}) is a known failure of instances that hold: remove or narrow the entry.`,
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
          `${knownFailures.unselected} of ${counted(acceptance.knownFailures?.length ?? 0, 'known failure')} ${knownFailures.unselected === 1 ? 'is' : 'are'} about what was not selected.`,
        ]),
    ...(overlap === undefined ? [] : aboutBaseline(overlap, journal)),
  ];
}

function aboutBaseline(
  { baseline, compared, added, gone }: NonNullable<RunStanding['overlap']>,
  { run }: Journal,
): readonly string[] {
  const elsewhere =
    baseline.target === run.target.name ? '' : `, which is of the target ${visibleLine(baseline.target)}`;
  return [
    `Compared with the baseline of ${dayOf(baseline.startedAt)}${elsewhere}: ${counted(compared, 'instance')}.`,
    ...(gone.length === 0 || baseline.specsDigest === run.specsDigest
      ? []
      : [
          `The specs have changed since, and ${counted(gone.length, 'instance')} of the baseline ${be(gone.length)} no more.`,
        ]),
    ...(added === 0
      ? []
      : [`${counted(added, 'instance')} ${be(added)} not in the baseline, and not guarded until it is written again.`]),
  ];
}

function be(count: number): string {
  return count === 1 ? 'is' : 'are';
}
