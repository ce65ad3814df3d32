import type { InstanceRecord, Journal } from '../../journal/index.js';
import { type ExitCode, exitCodes, problemCodes } from '../../problem/index.js';
import type { Counters } from '../counters.js';
import type { RequirementRecord } from '../requirement-status.js';
import { visibleLine } from '../visible.js';
import { counted, listed } from '../wording.js';
import { gapsIn, isGap, partOf } from './part.js';
import type { RunStanding } from './run-standing.js';

/** A reason for which the gate does not hold. */
export interface Objection {
  readonly exitCode: ExitCode;
  readonly headline: string;
  /** Goes on after `headline: `. */
  readonly because: string;
}

export interface Evidence {
  readonly journal: Journal;
  readonly counters: Counters;
  readonly requirements: readonly RequirementRecord[];
  readonly standing: RunStanding;
}

export const fails = { exitCode: exitCodes.gateFails, headline: 'The gate fails' } as const;
const untestable = { exitCode: exitCodes.targetUntestable, headline: 'The target could not be tested' } as const;
const tooLittle = { exitCode: exitCodes.tooLittleProved, headline: 'Too little is proved' } as const;

/** What makes a run doubtful, whatever it found: no user can let it pass. */

export function interruption({ journal, counters }: Evidence): Objection | undefined {
  if (journal.ended?.interrupted !== true) return undefined;
  const settled = journal.instances.filter((instance) => instance.settled).length;
  const because = `${settled} of ${counted(journal.instances.length, 'instance')} have a result, ${counters.failed} failed`;
  return { exitCode: exitCodes.interrupted, headline: 'The run was interrupted', because };
}

/** What was not run may hold anything. */
export function gaps({ journal }: Evidence): Objection | undefined {
  const because = gapsIn(journal);
  return because === undefined ? undefined : { ...tooLittle, because };
}

export function rerunOnly({ journal }: Evidence): Objection | undefined {
  const part = partOf(journal);
  if (part?.kind !== 'rerun') return undefined;
  return { ...tooLittle, because: `this is a ${part.name}, and only a whole run decides the gate` };
}

export function problemsOfTarget({ journal: { problems, instances } }: Evidence): Objection | undefined {
  const [first, ...others] = problems.filter((problem) => !isGap(problem));
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more problem')})`;
  // A journal of a newer tool may hold codes that this one doesn't know.
  const exitCode: ExitCode = problemCodes[first.code] ?? untestable.exitCode;
  const ran = instances.some(({ settled, verdict }) => settled && verdict !== 'skipped');
  const headline = ran ? 'Part of the target could not be tested' : untestable.headline;
  return { headline, exitCode, because: `${visibleLine(first.message).replace(/\.$/, '')}${more}` };
}

export function errors({ journal, counters, requirements }: Evidence): Objection | undefined {
  if (counters.error === 0) return undefined;
  const answered = counters.passed + counters.failed + counters.warned + counters.observed + counters.inconclusive > 0;
  const ended = journal.instances.filter(({ verdict, settled }) => verdict === 'error' && settled);
  if (!answered && ended.length > 0) {
    const reason =
      ended[0]?.reason === undefined ? '' : `; the first: ${visibleLine(ended[0].reason.message).replace(/\.$/, '')}`;
    return {
      ...untestable,
      because: `${counted(counters.error, 'instance')} ended in an error and none in an answer${reason}`,
    };
  }
  const unknown = requirements.filter((record) => record.counters.error > 0).map(({ requirement }) => requirement.id);
  const about = unknown.length === 0 ? '' : `, which leaves ${listed(unknown)} unanswered`;
  return {
    ...fails,
    because: `${counted(counters.error, 'instance')} ended in an error of the harness or the network${about}`,
  };
}

export function brokenOff({ journal }: Evidence): Objection | undefined {
  if (!journal.cut) return undefined;
  const missing = journal.instances.filter((instance) => !instance.settled).length;
  const because = `the journal breaks off before the run's end, ${counted(missing, 'instance')} without a result`;
  return { ...fails, because };
}

export function nothingProved({ journal }: Evidence): Objection | undefined {
  const proved = journal.instances.some(({ verdict, level }) => verdict === 'passed' && level === 'MUST');
  return proved ? undefined : { ...tooLittle, because: 'not one instance of a MUST requirement passed' };
}

export function brokenPromises({ requirements, standing: { standings } }: Evidence): Objection | undefined {
  const isKnown = ({ id }: InstanceRecord) => standings.get(id)?.kind === 'known-failure';
  const fallsShortAsAccepted = ({ instances }: RequirementRecord) =>
    instances.every(({ verdict }) => verdict !== 'error' && verdict !== 'inconclusive') &&
    instances.every(
      (instance) => isKnown(instance) || (instance.verdict !== 'failed' && instance.verdict !== 'warned'),
    );
  const kept = (record: RequirementRecord) => {
    switch (record.status) {
      case 'proved':
        return true;
      case 'observed':
        // Of an OBSERVE requirement, an observation is all that can be had.
        return record.requirement.level === 'OBSERVE';
      case 'violated':
      case 'warned':
        // Whoever accepts a failure accepts what follows from it.
        return fallsShortAsAccepted(record);
      default:
        return false;
    }
  };
  const broken = requirements.filter((record) => record.promised && !kept(record));
  if (broken.length === 0) return undefined;
  const named = listed(broken.map(({ requirement, status }) => `${requirement.id} (${status})`));
  return { ...tooLittle, because: `the suite promises to prove ${named}` };
}

/** What a run may cost is a reason to stop, and none to take what was left out for proved. */
export function budgetUsedUp({ journal }: Evidence): Objection | undefined {
  const leftOut = journal.instances.filter(({ reason, level }) => isBudget(reason) && level === 'MUST');
  const [first] = leftOut;
  if (first?.reason === undefined) return undefined;
  const ids = [...new Set(leftOut.flatMap(({ requirements }) => requirements))];
  const because = `${visibleLine(first.reason.message)}, so that ${counted(leftOut.length, 'instance')} of MUST requirements`;
  return { ...tooLittle, because: `${because} ${leftOut.length === 1 ? 'has' : 'have'} no result (${listed(ids)})` };
}

function isBudget(reason: InstanceRecord['reason']): boolean {
  return reason?.code.startsWith('budget.') === true;
}
