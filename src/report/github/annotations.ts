import type { InstanceRecord } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { type Cause, causeOf } from '../cause.js';
import { markedLines } from '../excerpt.js';
import type { Gate } from '../gate/gate.js';
import { isShownAsFailed, type Obstacle, obstaclesOf, toldAs } from '../gate/obstacles.js';
import { codeOfStanding, type Standing } from '../gate/standing.js';
import { standingInWords } from '../gate/standing-words.js';
import { grouped } from '../grouped.js';
import { headlineOf, isLeftOver } from '../outcome.js';
import { shortened } from '../visible.js';
import { counted, listed } from '../wording.js';
import { type Annotation, workflowCommand } from './workflow-command.js';

/** GitHub shows no more errors of one step. */
const mostAnnotations = 10;
const longestTitle = 200;
const longestMessage = 2_000;
const mostListed = 5;

/**
 * One workflow command for each cause of failure, the largest first: a hundred instances that fail for one reason are
 * one. Before them what kept the target from being tested, after them what no instance shows.
 */
export function renderAnnotations(assessment: Assessment): string {
  const obstacles = obstaclesOf(assessment);
  const told = (error: boolean) =>
    obstacles.filter((one) => one.error === error).map((one) => annotation(titleOf(one), one.message));
  return shown([...told(true), ...failures(assessment), ...told(false)])
    .map(workflowCommand)
    .join('');
}

/** An obstacle is one of a kind, or is about an instance that has no place any longer. */
function titleOf({ id, title, type, error }: Obstacle): string {
  return error || type === 'gate' ? title : `${id} ${title}`;
}

function failures({ journal, standings, gate }: Assessment): readonly Annotation[] {
  const failing = journal.instances.filter((instance) => {
    const { id, verdict } = instance;
    const open = verdict === 'inconclusive' && gate.failOn.includes('inconclusive');
    return !isLeftOver(instance) && (open || isShownAsFailed(verdict, standings.get(id), gate));
  });
  const told = failing.map((instance) => ({ instance, ...toldOf(instance, standings.get(instance.id), gate) }));
  const groups = grouped(told, ({ instance, cause }) => JSON.stringify([instance.level, cause]));
  return [...groups.values()]
    .sort((one, other) => weight(other) - weight(one))
    .flatMap((alike) => (alike[0] === undefined ? [] : [failure(alike[0], alike)]));
}

interface Told {
  readonly instance: InstanceRecord;
  readonly cause: Cause;
  readonly message: string;
}

/** A behaviour that drifted, or an entry that is stale, is not told by its findings. */
function toldOf(instance: InstanceRecord, standing: Standing | undefined, gate: Gate): Omit<Told, 'instance'> {
  if (standing !== undefined && toldAs(standing, instance.verdict, gate) === 'failure') {
    const message = standingInWords(standing, instance);
    return { cause: { code: codeOfStanding(standing.kind), message }, message };
  }
  const message = headlineOf(instance);
  return { cause: causeOf(instance) ?? { code: instance.verdict, message }, message };
}

/** A broken promise before an error, however many end in the error. */
function weight(alike: readonly Told[]): number {
  return alike.length + (alike[0]?.instance.verdict === 'error' ? 0 : 1e9);
}

function failure({ instance: first, cause, message }: Told, alike: readonly Told[]): Annotation {
  const requirements = [...new Set(alike.flatMap(({ instance }) => instance.requirements))];
  const ids = alike.map(({ instance }) => shortened(instance.id, longestTitle));
  const about = requirements.length === 0 ? '' : `${listed(requirements)}: `;
  const where = alike.length === 1 ? ids : [`In ${counted(alike.length, 'instance')}: ${listed(ids, mostListed)}`];
  const place = { file: first.file, line: markedLines(first)[0] ?? first.line };
  return { ...annotation(`${about}${cause.code}`, [message, ...where].join('\n')), place };
}

function annotation(title: string, message: string): Annotation {
  return { title: shortened(title, longestTitle), message: shortened(message, longestMessage) };
}

function shown(annotations: readonly Annotation[]): readonly Annotation[] {
  const unshown = annotations.length - mostAnnotations + 1;
  if (unshown <= 1) return annotations;
  const last = annotation(counted(unshown, 'more cause'), 'The job summary and the HTML report show them.');
  return [...annotations.slice(0, mostAnnotations - 1), last];
}
