import { code, details, escaped, prose, table } from '../summary/markdown.js';
import { shortened } from '../visible.js';
import { counted, duration } from '../wording.js';
import { type ChangeGroup, changesByKind, type KindOfChanges } from './change-groups.js';
import { explanationOf, titleOf } from './change-words.js';
import type { Comparison, RunFacts } from './comparison.js';
import type { ComparisonVerdict } from './judge-comparison.js';
import { markOf } from './kind-marks.js';
import { slowerInWords } from './pace.js';

// Within what GitHub takes for a comment (65,536 characters), whatever the comparison.
const mostGroups = 12;
const mostInstances = 8;
const mostSlower = 20;
const longestReason = 300;
const longestId = 200;

/** A comparison as GitHub Flavored Markdown, for a comment on a pull request or a job's summary. */
export function renderComparisonMarkdown(comparison: Comparison, verdict: ComparisonVerdict): string {
  const { reference, candidate } = comparison;
  const kinds = changesByKind(comparison.changes);
  const parts = [
    `# ${verdict.exitCode === 0 ? '✓' : '✗'} ${escaped(verdict.headline)}`,
    prose(verdict.sentence),
    ...(verdict.doubts.length === 0 ? [] : [verdict.doubts.map((doubt) => `> **${prose(doubt)}**`).join('\n>\n')]),
    ...(verdict.notes.length === 0 ? [] : [verdict.notes.map((note) => `- ${prose(note)}`).join('\n')]),
    table(['', 'suite', 'target', 'began', 'instances', 'specs', 'by'], [factsRow(reference), factsRow(candidate)]),
    ...kinds.flatMap((one) => kindParts(one, comparison)),
    ...slower(comparison),
  ];
  return `${parts.join('\n\n')}\n`;
}

function factsRow({ label, suite, target, startedAt, count, specsDigest, tool }: RunFacts): string[] {
  const facts = [label, suite, target, startedAt, String(count), specsDigest.slice(0, 12), tool];
  return facts.map((fact) => escaped(shortened(fact, longestId)));
}

function kindParts({ kind, count, groups }: KindOfChanges, comparison: Comparison): string[] {
  const explanation = explanationOf(kind, comparison);
  const unshown = groups.length - mostGroups;
  const lines = groups.slice(0, mostGroups).map(groupLine);
  const listing = [...lines, ...(unshown > 0 ? [`- and ${counted(unshown, 'more reason')}`] : [])].join('\n');
  const title = `${markOf[kind]} ${escaped(titleOf(kind, comparison))} (${count})`;
  if (kind === 'gone' || kind === 'appeared' || kind === 'still-failing') return [details(title, listing)];
  return [`## ${title}`, ...(explanation === undefined ? [] : [prose(explanation)]), listing];
}

function groupLine({ reason, changes }: ChangeGroup): string {
  const why = prose(shortened(reason, longestReason));
  const ids = changes.slice(0, mostInstances).map(({ id }) => code(shortened(id, longestId)));
  if (changes.length === 1) return `- ${ids.join('')} ${why}`.trimEnd();
  const unshown = changes.length - ids.length;
  const more = unshown > 0 ? [`and ${unshown} more`] : [];
  return [`- ${counted(changes.length, 'instance')}: ${why}`, ...[...ids, ...more].map((id) => `  - ${id}`)].join('\n');
}

function slower({ slower: slowdowns, reference, candidate }: Comparison): string[] {
  if (slowdowns.length === 0) return [];
  const rows = slowdowns
    .slice(0, mostSlower)
    .map(({ id, wasMs, isMs }) => [code(shortened(id, longestId)), duration(wasMs), duration(isMs)]);
  const unshown = slowdowns.length - rows.length;
  return [
    `## Slower (${slowdowns.length})`,
    prose(slowerInWords),
    table(['instance', escaped(reference.label), escaped(candidate.label)], rows),
    ...(unshown > 0 ? [`and ${unshown} more`] : []),
  ];
}
