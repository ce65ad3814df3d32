import { type Palette, paletteOf } from '../console/palette.js';
import { shortened, visible, visibleLine } from '../visible.js';
import { counted, duration } from '../wording.js';
import { type ChangeGroup, changesByKind, type KindOfChanges } from './change-groups.js';
import { explanationOf, titleOf } from './change-words.js';
import type { Comparison, RunFacts } from './comparison.js';
import type { ComparisonVerdict } from './judge-comparison.js';
import { markOf, verdictOf } from './kind-marks.js';
import { slowerInWords } from './pace.js';

const mostGroups = 20;
const mostInstances = 8;
const mostSlower = 10;
const longestReason = 400;

/** A comparison for the terminal, most important last. Ends with a line feed. */
export function renderComparisonConsole(
  comparison: Comparison,
  verdict: ComparisonVerdict,
  { colour }: { readonly colour: boolean },
): string {
  const palette = paletteOf(colour);
  const kinds = [...changesByKind(comparison.changes)].reverse();
  const blocks = [
    ...slower(comparison, palette),
    ...kinds.map((one) => kindBlock(one, comparison, palette)),
    [factsLine(comparison.reference), factsLine(comparison.candidate)].map(palette.faint).join('\n'),
    closing(verdict, palette),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function kindBlock({ kind, count, groups }: KindOfChanges, comparison: Comparison, palette: Palette): string {
  const paint = palette.verdict[verdictOf[kind]];
  const explanation = explanationOf(kind, comparison);
  const unshown = groups.length - mostGroups;
  return [
    `${paint(`${markOf[kind]} ${titleOf(kind, comparison)}`)} ${count}`,
    ...(explanation === undefined ? [] : [palette.faint(`  ${explanation}`)]),
    ...groups.slice(0, mostGroups).flatMap((group) => groupLines(group, palette)),
    ...(unshown > 0 ? [`  and ${counted(unshown, 'more reason')}`] : []),
  ].join('\n');
}

function groupLines({ reason, changes }: ChangeGroup, palette: Palette): string[] {
  const [only] = changes;
  const why = visibleLine(shortened(reason, longestReason));
  if (changes.length === 1 && only !== undefined)
    return [`  ${palette.strong(visibleLine(only.id))}  ${why}`.trimEnd()];
  const unshown = changes.length - mostInstances;
  return [
    `  ${counted(changes.length, 'instance')}: ${why}`,
    ...changes.slice(0, mostInstances).map(({ id }) => `    ${palette.strong(visibleLine(id))}`),
    ...(unshown > 0 ? [`    and ${unshown} more`] : []),
  ];
}

function slower({ slower: slowdowns }: Comparison, palette: Palette): string[] {
  if (slowdowns.length === 0) return [];
  const lines = slowdowns
    .slice(0, mostSlower)
    .map(({ id, wasMs, isMs }) => `  ${palette.strong(visibleLine(id))}  ${duration(wasMs)} → ${duration(isMs)}`);
  const unshown = slowdowns.length - mostSlower;
  return [
    [
      `Slower ${slowdowns.length}`,
      palette.faint(`  ${slowerInWords}`),
      ...lines,
      ...(unshown > 0 ? [`  and ${unshown} more`] : []),
    ].join('\n'),
  ];
}

function factsLine(run: RunFacts): string {
  return factsOf(run).map(visibleLine).join(', ');
}

/** What a run was, in a few words each. */
export function factsOf({ label, suite, target, startedAt, specsDigest, tool, count }: RunFacts): readonly string[] {
  return [
    `${label}: suite ${suite} on ${target}`,
    `${startedAt.slice(0, 16).replace('T', ' ')} UTC`,
    counted(count, 'instance'),
    `specs ${specsDigest.slice(0, 12)}`,
    tool,
  ];
}

function closing({ exitCode, sentence, doubts, notes }: ComparisonVerdict, palette: Palette): string {
  const paint = exitCode === 0 ? palette.verdict.passed : palette.verdict.failed;
  return [
    ...notes.map(visible),
    ...doubts.map((doubt) => palette.verdict.error(visible(`⊗ ${doubt}`))),
    palette.strong(paint(visible(sentence))),
  ].join('\n');
}
