import type { InstanceRecord } from '../../journal/index.js';
import type { Assessment } from '../assessment.js';
import { causeOf } from '../cause.js';
import { markedLines } from '../excerpt.js';
import { grouped } from '../grouped.js';
import { obstaclesOf } from '../obstacles.js';
import { failuresOf, headlineOf } from '../outcome.js';
import { shortened } from '../visible.js';
import { counted, listed } from '../wording.js';
import { type Annotation, workflowCommand } from './workflow-command.js';

/** GitHub shows no more errors of one step. */
const mostAnnotations = 10;
const longestTitle = 200;
const longestMessage = 2_000;
const mostListed = 5;

/** One workflow command for each cause of failure, the largest first: a hundred instances that fail for one reason are one. */
export function renderAnnotations(assessment: Assessment): string {
  return shown([...obstacles(assessment), ...failures(assessment)])
    .map(workflowCommand)
    .join('');
}

function obstacles(assessment: Assessment): readonly Annotation[] {
  return obstaclesOf(assessment).map(({ title, message }) => annotation(title, message));
}

function failures({ journal, standings }: Assessment): readonly Annotation[] {
  const unexpected = failuresOf(journal).filter(({ id }) => standings.get(id)?.kind !== 'known-failure');
  const groups = grouped(unexpected, (instance) => JSON.stringify([instance.level, causeOf(instance)]));
  return [...groups.values()]
    .sort((one, other) => weight(other) - weight(one))
    .flatMap((instances) => (instances[0] === undefined ? [] : [failure(instances[0], instances)]));
}

/** A broken promise before an error, however many end in the error. */
function weight(instances: readonly InstanceRecord[]): number {
  return instances.length + (instances[0]?.verdict === 'failed' ? 1e9 : 0);
}

function failure(first: InstanceRecord, instances: readonly InstanceRecord[]): Annotation {
  const { code } = causeOf(first) ?? { code: first.verdict };
  const requirements = [...new Set(instances.flatMap((instance) => instance.requirements))];
  const ids = instances.map(({ id }) => shortened(id, longestTitle));
  const about = requirements.length === 0 ? '' : `${listed(requirements)}: `;
  const others =
    instances.length === 1 ? [] : [`In ${counted(instances.length, 'instance')}: ${listed(ids, mostListed)}`];
  const title = `${about}${code}`;
  const message = [headlineOf(first), ...(others.length === 0 ? ids : others)].join('\n');
  return { ...annotation(title, message), place: { file: first.file, line: markedLines(first)[0] ?? first.line } };
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
