import type { Assessment } from '../assessment.js';
import { failOnOf, type StandingKind } from '../gate/standing.js';
import { standingInWords } from '../gate/standing-words.js';
import { shortened } from '../visible.js';
import { code, prose } from './markdown.js';

const most = 50;
const titles: Readonly<Record<StandingKind, string>> = {
  'new-failure': 'New failures',
  expired: 'Known failures that expired',
  lost: 'No longer proved',
  drifted: 'Observed behaviour that drifted',
  stale: 'Known failures that hold',
  'known-failure': 'Failures that are accepted for now',
};

/** The run against what was accepted; nothing when nothing was, or all is as it was. */
export function standingsSection({ journal, standings, gate }: Assessment): string[] {
  if (standings.size === 0) return [];
  const instances = new Map(journal.instances.map((instance) => [instance.id, instance]));
  const kinds = (Object.keys(titles) as StandingKind[]).flatMap((kind) => {
    const all = [...standings].filter(([, standing]) => standing.kind === kind);
    if (all.length === 0) return [];
    const lines = all.slice(0, most).map(([id, standing]) => {
      const words = prose(shortened(standingInWords(standing, instances.get(id)), 500));
      return `- ${code(shortened(id, 300))} ${words}`;
    });
    const more = all.length > most ? [`- and ${all.length - most} more: see the HTML report`] : [];
    const weight = gate.failOn.includes(failOnOf[kind]) ? '' : ', which the gate does not fail on';
    return [`**${titles[kind]}** (${all.length}${weight})`, [...lines, ...more].join('\n')];
  });
  return ['## Against what was accepted', ...kinds];
}
