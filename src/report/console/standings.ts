import type { Assessment } from '../assessment.js';
import { failOnOf, type Standing, type StandingKind } from '../gate/standing.js';
import { standingInWords } from '../gate/standing-words.js';
import { standingMarks } from '../marks.js';
import { shortened, visibleLine } from '../visible.js';
import type { Palette } from './palette.js';

const most = 10;
const longestLine = 400;
const kinds: readonly StandingKind[] = ['known-failure', 'stale', 'lost', 'drifted'];

/** What is not as it was accepted, and what is accepted though it fails. Failures that are not stand further below. */
export function standingsBlocks({ journal, standings, gate }: Assessment, palette: Palette): string[] {
  const instances = new Map(journal.instances.map((instance) => [instance.id, instance]));
  return kinds.flatMap((kind) => {
    const ids = [...standings].filter(([, standing]) => standing.kind === kind);
    if (ids.length === 0) return [];
    const paint = gate.failOn.includes(failOnOf[kind]) ? palette.verdict.failed : palette.verdict.warned;
    const lines = ids.slice(0, most).map(([id, standing]: readonly [string, Standing]) => {
      const words = shortened(standingInWords(standing, instances.get(id)), longestLine);
      return `${paint(`${standingMarks[kind]} ${kind}`)} ${palette.strong(visibleLine(id))}\n  ${words}`;
    });
    const more = ids.length > most ? [`and ${ids.length - most} more`] : [];
    return [[...lines, ...more].join('\n')];
  });
}
