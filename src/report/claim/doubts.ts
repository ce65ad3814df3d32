import type { Journal } from '../../journal/index.js';
import { isGap, partOf } from '../gate/part.js';
import { visibleLine } from '../visible.js';
import { counted } from '../wording.js';

/** What of a run keeps anything from being claimed conformant on its ground, a sentence each. */
export function doubtsOf(journal: Journal): readonly string[] {
  const { run, cut, ended, problems, instances } = journal;
  const part = partOf(journal);
  const errors = instances.filter(({ verdict, settled }) => verdict === 'error' && settled).length;
  const unsettled = instances.filter(({ settled }) => !settled).length;
  return [
    ...(cut ? ["The journal breaks off before the run's end."] : []),
    ...(ended?.interrupted === true ? ['The run was interrupted.'] : []),
    ...(unsettled > 0 ? [`${counted(unsettled, 'instance')} ${unsettled === 1 ? 'has' : 'have'} no result.`] : []),
    ...(errors > 0 ? [`${counted(errors, 'instance')} ended in an error of the harness or the network.`] : []),
    ...problems.map((problem) => {
      const what = isGap(problem) ? 'Not all shards are there' : 'Not all of the target could be tested';
      return `${what}: ${visibleLine(problem.message)}`;
    }),
    ...leftOut(run),
    ...(run.target.features.includes('simulated') ? ['The target is a simulated account, and no gateway.'] : []),
    ...(part === undefined ? [] : [`This is not the whole, but ${part.name}.`]),
  ];
}

/** Who claims to hold a requirement claims it of every case of it, and not of those that were chosen. */
function leftOut({ unselected = [], suite }: Journal['run']): string[] {
  if (unselected.length === 0) return [];
  const left = `${counted(unselected.length, 'instance')} ${unselected.length === 1 ? 'was' : 'were'} left out`;
  return [`The suite ${visibleLine(suite)}, or what was selected of it, is not all that there is: ${left}.`];
}
