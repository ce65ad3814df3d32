import { type InstanceRecord, type Journal, verdicts } from '../../journal/index.js';
import { areasOf } from '../areas.js';
import type { Assessment } from '../assessment.js';
import { breakdownsOf } from '../breakdowns.js';
import { commandOf } from '../command.js';
import { differenceOf } from '../difference.js';
import { markedLines } from '../excerpt.js';
import type { Gate } from '../gate/gate.js';
import { statusMarks, verdictMarks } from '../marks.js';
import { brokenFindings, failuresOf, headlineOf, isLeftOver, whereOf } from '../outcome.js';
import { type RequirementStatus, requirementStatuses } from '../requirement-statuses.js';
import { skipsByReason } from '../skipped.js';
import { shortened } from '../visible.js';
import { counted, duration } from '../wording.js';
import { grantMatrix } from './grant-matrix.js';
import { code, codeBlock, details, escaped, prose, table } from './markdown.js';
import { standingsSection } from './standings.js';

/** GitHub drops a step's summary of more than 1 MiB as a whole (GITHUB_STEP_SUMMARY in its documentation). */
export const mostSummary = 1_000_000;
const mostDetailed = 20;
const mostListed = 200;
const longestBlock = 6_000;

/** The run for a job's summary page, in GitHub Flavored Markdown, at most so many bytes of it. */
export function renderSummary(assessment: Assessment, most = mostSummary): string {
  const { journal, gate } = assessment;
  const failed = failures(assessment);
  const parts = [
    `# ${gate.exitCode === 0 ? verdictMarks.passed : verdictMarks.failed} ${escaped(gate.headline)}`,
    prose(gate.sentence),
    ...(gate.remarks.length === 0 ? [] : [gate.remarks.map((remark) => `- ${prose(remark)}`).join('\n')]),
    table(
      verdicts.map((verdict) => `${verdictMarks[verdict]} ${verdict}`),
      [verdicts.map((verdict) => String(gate.counters[verdict]))],
    ),
    ...breakdowns(journal),
    ...grantMatrix(journal),
    runLine(journal, gate),
    ...problems(journal),
    ...standingsSection(assessment),
    ...failed,
    ...others(journal),
    ...requirements(gate),
    ...skips(journal),
  ];
  return bounded(parts, new Set([...parts.slice(0, 2), ...failed]), most);
}

function breakdowns(journal: Journal): string[] {
  return breakdownsOf(journal).flatMap(({ by, parts }) => {
    const rows = parts.map(({ name, counters }) => [
      escaped(name),
      ...verdicts.map((verdict) => String(counters[verdict])),
    ]);
    const head = [by, ...verdicts.map((verdict) => `${verdictMarks[verdict]} ${verdict}`)];
    return rows.length === 0 ? [] : [table(head, rows)];
  });
}

function runLine({ run, ended, instances }: Journal, { exitCode }: Gate): string {
  const requests = instances.reduce((sum, instance) => sum + instance.requests, 0);
  const parts = [
    `suite ${code(run.suite)}`,
    `target ${code(run.target.name)}`,
    `specs ${code(run.specsDigest.slice(0, 12))}`,
    `${escaped(run.tool.name)} ${escaped(run.tool.version)}`,
    ...(ended === undefined ? [] : [duration(ended.at)]),
    counted(requests, 'request'),
    `exit code ${exitCode}`,
  ];
  return parts.join(', ');
}

function problems({ problems }: Journal): string[] {
  if (problems.length === 0) return [];
  const lines = problems.map(({ code: name, message, fix }) => {
    const mend = fix === undefined ? '' : ` ${prose(fix)}`;
    return `- ${code(name)} ${prose(shortened(message, 500))}${mend}`;
  });
  return ['## Problems', lines.slice(0, mostListed).join('\n')];
}

function failures({ journal, standings }: Assessment): string[] {
  const failed = failuresOf(journal).filter(({ id }) => standings.get(id)?.kind !== 'known-failure');
  const left = journal.instances.filter(isLeftOver).length;
  if (failed.length + left === 0) return [];
  const detailed = failed.slice(0, mostDetailed).map(failure);
  const leftOver = `${verdictMarks.error} ${counted(left, 'instance')} left over: the run stopped before.`;
  return ['## Failures', ...detailed, ...rest(failed, mostDetailed), ...(left === 0 ? [] : [leftOver])];
}

function failure(instance: InstanceRecord): string {
  const blocks = brokenFindings(instance).flatMap((finding) => {
    const lines = differenceOf(finding).map(({ side, text }) => `${signs[side]} ${text}`);
    const title =
      `${code(finding.check)} ${prose(shortened(finding.message, 1_000))} ${escaped(whereOf(finding))}`.trimEnd();
    return lines.length === 0 ? [title] : [title, codeBlock(shortened(lines.join('\n'), longestBlock), 'diff')];
  });
  const reason = blocks.length === 0 ? [prose(shortened(headlineOf(instance), 1_000))] : blocks;
  const command = commandOf(instance, longestBlock);
  const place = `${code(`${instance.file}:${markedLines(instance)[0]}`)}, verifies ${escaped(instance.requirements.join(', '))}`;
  const content = [...reason, place, ...(command === undefined ? [] : [codeBlock(command, 'sh')])];
  const title = `${verdictMarks[instance.verdict]} ${code(shortened(instance.id, 300))} ${prose(shortened(headlineOf(instance), 200))}`;
  return details(title, content.join('\n\n'));
}

const signs = { expected: '-', found: '+', both: ' ', omitted: ' ' } as const;

function rest(instances: readonly InstanceRecord[], from: number): string[] {
  const remaining = instances.slice(from);
  if (remaining.length === 0) return [];
  const lines = remaining.slice(0, mostListed).map((instance) => line(instance));
  const unlisted = remaining.length - lines.length;
  return [[...lines, ...(unlisted > 0 ? [`- and ${unlisted} more: see the HTML report`] : [])].join('\n')];
}

function line(instance: InstanceRecord): string {
  return `- ${verdictMarks[instance.verdict]} ${code(shortened(instance.id, 300))} ${prose(shortened(headlineOf(instance), 200))}`;
}

function others(journal: Journal): string[] {
  const open = journal.instances.filter(({ verdict }) => verdict === 'warned' || verdict === 'inconclusive');
  return open.length === 0 ? [] : ['## Warned and inconclusive', ...rest(open, 0)];
}

function requirements({ requirements }: Gate): string[] {
  if (requirements.length === 0) return [];
  const areas = areasOf(requirements).map(({ name, counts }) => [
    escaped(name),
    ...requirementStatuses.map((status) => emphasised(status, counts[status])),
  ]);
  const rows = requirements.map(({ requirement, status, counters, instances, promised }) => [
    escaped(requirement.id),
    requirement.level,
    prose(shortened(requirement.statement, 200)),
    `${statusMarks[status]} ${emphasised(status, status)}${promised ? ', promised' : ''}`,
    `${counters.passed} of ${instances.length}`,
  ]);
  return [
    '## Requirements',
    table(['area', ...requirementStatuses.map((status) => `${statusMarks[status]} ${status}`)], areas),
    details(
      `All ${counted(requirements.length, 'requirement')}`,
      table(['id', 'level', 'statement', 'status', 'passed'], rows),
    ),
  ];
}

/** What must not be overlooked. */
function emphasised(status: RequirementStatus, text: string | number): string {
  return (status === 'violated' || status === 'not exercised') && text !== 0 ? `**${text}**` : String(text);
}

function skips(journal: Journal): string[] {
  const groups = skipsByReason(journal.instances);
  if (groups.length === 0) return [];
  const lines = groups.map(({ reason, instances }) => {
    const message = prose(shortened(reason.message, 300));
    return `- ${code(reason.code)} ${message} (${counted(instances.length, 'instance')})`;
  });
  return ['## Skipped', lines.slice(0, mostListed).join('\n')];
}

/** Whole parts as long as there is room: half a part could leave a block or an element open. Those that come first get it first. */
function bounded(parts: readonly string[], first: ReadonlySet<string>, most: number): string {
  const note = (dropped: number) => `${counted(dropped, 'part')} of this summary had no room: see the HTML report.`;
  let room = most - Buffer.byteLength(note(parts.length)) - 1;
  const fitting = (part: string) => {
    const size = Buffer.byteLength(part) + 2;
    if (size > room) return false;
    room -= size;
    return true;
  };
  const ordered = [...parts.filter((part) => first.has(part)), ...parts.filter((part) => !first.has(part))];
  const kept = new Set(ordered.filter(fitting));
  const dropped = parts.filter((part) => !kept.has(part)).length;
  return `${[...parts.filter((part) => kept.has(part)), ...(dropped === 0 ? [] : [note(dropped)])].join('\n\n')}\n`;
}
