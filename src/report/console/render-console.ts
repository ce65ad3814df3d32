import { type InstanceRecord, type Journal, type Verdict, verdicts } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { breakdownsOf } from '../breakdowns.js';
import { commandOf } from '../command.js';
import { differenceOf } from '../difference.js';
import { markedLines } from '../excerpt.js';
import type { Gate } from '../gate/gate.js';
import type { Standing } from '../gate/standing.js';
import { standingInWords } from '../gate/standing-words.js';
import { verdictMarks } from '../marks.js';
import { brokenFindings, failuresOf, headlineOf, isLeftOver, whereOf } from '../outcome.js';
import { skipsByReason } from '../skipped.js';
import { shortened, visible, visibleLine } from '../visible.js';
import { counted, duration } from '../wording.js';
import { breakdownTable } from './breakdown-table.js';
import { grantMatrix } from './grant-matrix.js';
import { inert } from './inert.js';
import { type Palette, paletteOf } from './palette.js';
import { standingsBlocks } from './standings.js';

const mostDetailed = 50;
const longestLine = 400;
const mostDifferenceLines = 24;
const longestCurl = 2_000;

/** The closing words of a run, most important last: that is what stands above the prompt. Ends with a line feed. */
export function renderConsole(assessment: Assessment, { colour }: { readonly colour: boolean }): string {
  const { journal, gate } = assessment;
  const palette = paletteOf(colour);
  const blocks = [
    ...skips(journal, palette),
    ...list(journal, 'inconclusive', palette),
    ...list(journal, 'warned', palette),
    ...leftOvers(journal, palette),
    ...standingsBlocks(assessment, palette),
    ...detailed(assessment, palette),
    ...problems(journal, palette),
    ...grantMatrix(journal, palette),
    ...breakdowns(journal, palette),
    counters(journal, gate, palette),
    verdict(gate, palette),
  ];
  return inert(`${blocks.join('\n\n')}\n`);
}

function detailed({ journal, standings }: Assessment, palette: Palette): string[] {
  const failed = failuresOf(journal).filter(({ id }) => standings.get(id)?.kind !== 'known-failure');
  const unshown = failed.length - mostDetailed;
  return [
    ...failed.slice(0, mostDetailed).map((instance) => detail(instance, standings.get(instance.id), palette)),
    ...(unshown > 0 ? [`and ${unshown} more: see the HTML report`] : []),
  ];
}

function detail(instance: InstanceRecord, standing: Standing | undefined, palette: Palette): string {
  const broken = brokenFindings(instance);
  const findings = broken.flatMap((finding) => {
    const lines = differenceOf(finding);
    return [
      `  ${visibleLine(shortened(finding.message, longestLine))}${palette.faint(whereOf(finding))}`,
      ...lines.slice(0, mostDifferenceLines).map(({ side, text }) => differenceLine(side, text, palette)),
      ...(lines.length > mostDifferenceLines ? [`    … ${lines.length - mostDifferenceLines} more lines`] : []),
    ];
  });
  const reason = findings.length === 0 ? [`  ${shortened(headlineOf(instance), longestLine)}`] : findings;
  const command = commandOf(instance, longestCurl);
  const place = `${instance.file}:${markedLines(instance)[0]}`;
  return [
    title(instance, palette),
    ...(standing?.kind === 'expired' ? [`  ${standingInWords(standing, instance)}`] : []),
    ...reason,
    `  ${palette.faint(`at ${place}, verifies ${instance.requirements.join(', ')}`)}`,
    ...(command === undefined ? [] : [palette.faint(indented(visible(command)))]),
  ].join('\n');
}

function differenceLine(side: 'expected' | 'found' | 'both' | 'omitted', text: string, palette: Palette): string {
  const shown = visible(shortened(text, longestLine));
  switch (side) {
    case 'expected':
      return `    ${palette.expected(`expected  ${shown}`)}`;
    case 'found':
      return `    ${palette.found(`found     ${shown}`)}`;
    case 'both':
    case 'omitted':
      return `              ${palette.faint(shown)}`;
    default:
      return side satisfies never;
  }
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

function title(instance: InstanceRecord, palette: Palette): string {
  const { verdict } = instance;
  const mark = palette.verdict[verdict](`${verdictMarks[verdict]} ${verdict}`);
  return `${mark} ${palette.strong(visibleLine(instance.id))}  ${visibleLine(instance.title)}`;
}

function list(journal: Journal, wanted: Verdict, palette: Palette): string[] {
  const instances = journal.instances.filter(({ verdict }) => verdict === wanted);
  if (instances.length === 0) return [];
  const shown = instances.slice(0, mostDetailed).flatMap((instance) => {
    const place = palette.faint(` (${instance.file}:${markedLines(instance)[0]})`);
    return [title(instance, palette), `  ${shortened(headlineOf(instance), longestLine)}${place}`];
  });
  return [
    [...shown, ...(instances.length > mostDetailed ? [`and ${instances.length - mostDetailed} more`] : [])].join('\n'),
  ];
}

function skips(journal: Journal, palette: Palette): string[] {
  const groups = skipsByReason(journal.instances);
  if (groups.length === 0) return [];
  const mark = palette.verdict.skipped(`${verdictMarks.skipped} skipped`);
  const lines = groups.map(({ reason, instances }) => {
    const message = visibleLine(shortened(reason.message, longestLine));
    return `${mark} ${counted(instances.length, 'instance')}: ${message} ${palette.faint(`(${visibleLine(reason.code)})`)}`;
  });
  return [lines.join('\n')];
}

function leftOvers({ instances }: Journal, palette: Palette): string[] {
  const count = instances.filter(isLeftOver).length;
  if (count === 0) return [];
  return [
    `${palette.verdict.error(`${verdictMarks.error} not run`)} ${counted(count, 'instance')}: the run stopped before`,
  ];
}

function problems({ problems }: Journal, palette: Palette): string[] {
  return problems.map(({ code, message, fix, place }) => {
    const where = place === undefined ? [] : [`  ${palette.faint(`at ${place.file}:${place.line}:${place.column}`)}`];
    const mend = fix === undefined ? [] : [`  ${visibleLine(fix)}`];
    return [
      `${palette.verdict.error(`${verdictMarks.error} ${code}`)} ${visibleLine(message)}`,
      ...mend,
      ...where,
    ].join('\n');
  });
}

function breakdowns(journal: Journal, palette: Palette): string[] {
  return breakdownsOf(journal)
    .filter(({ parts }) => parts.length > 0)
    .map((breakdown) => breakdownTable(breakdown, palette));
}

function counters({ run, ended, instances }: Journal, gate: Gate, palette: Palette): string {
  const counts = verdicts
    .filter((verdict) => gate.counters[verdict] > 0)
    .map((verdict) => palette.verdict[verdict](`${verdictMarks[verdict]} ${gate.counters[verdict]} ${verdict}`));
  const requests = instances.reduce((sum, instance) => sum + instance.requests, 0);
  const took = ended === undefined ? [] : [duration(ended.at)];
  const about = [`suite ${run.suite}`, `target ${run.target.name}`, counted(requests, 'request'), ...took].map(
    visibleLine,
  );
  return `${counts.length === 0 ? 'no instances' : counts.join('  ')}\n${palette.faint(about.join(', '))}`;
}

function verdict(gate: Gate, palette: Palette): string {
  const paint = gate.exitCode === 0 ? palette.verdict.passed : palette.verdict.failed;
  const remarks = gate.remarks.map((remark) => visible(remark));
  return [...remarks, palette.strong(paint(visible(gate.sentence)))].join('\n');
}
