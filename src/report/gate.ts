import type { InstanceRecord, Journal } from '../journal/index.js';
import { type ExitCode, exitCodes, problemCodes } from '../problem/index.js';
import { type Counters, countVerdicts } from './counters.js';
import { coverage } from './coverage.js';
import { type RequirementRecord, requirementRecords } from './requirement-status.js';
import { visibleLine } from './visible.js';
import { waitsInWords, waitsOf } from './waits.js';
import { capitalised, counted, listed } from './wording.js';

/** The one answer that a run gives, and what it rests on. */
export interface Gate {
  readonly exitCode: ExitCode;
  /** `The gate fails` */
  readonly headline: string;
  /** The headline with its reason: one sentence. */
  readonly sentence: string;
  /** What else speaks against the run, what it covered, what was retried: a sentence each. */
  readonly remarks: readonly string[];
  readonly counters: Counters;
  readonly requirements: readonly RequirementRecord[];
}

/** A reason for which the gate does not hold. */
interface Objection {
  readonly exitCode: ExitCode;
  readonly headline: string;
  /** Goes on after `headline: `. */
  readonly because: string;
}

interface Evidence {
  readonly journal: Journal;
  readonly counters: Counters;
  readonly requirements: readonly RequirementRecord[];
}

const fails = { exitCode: exitCodes.gateFails, headline: 'The gate fails' } as const;
const untestable = { exitCode: exitCodes.targetUntestable, headline: 'The target could not be tested' } as const;
const tooLittle = { exitCode: exitCodes.tooLittleProved, headline: 'Too little is proved' } as const;

/** In order of weight: the first that objects decides, the others become remarks. */
const rules: readonly ((evidence: Evidence) => Objection | undefined)[] = [
  interruption,
  // A promise that was seen broken is broken, whatever else could not be tested.
  violations,
  problemsOfTarget,
  errors,
  brokenOff,
  nothingProved,
  brokenPromises,
  budgetUsedUp,
];

/** Reads the verdict of a run out of its journal. Warnings and observations never fail it; doubt always does. */
export function decide(journal: Journal): Gate {
  const counters = countVerdicts(journal.instances);
  const requirements = requirementRecords(journal);
  const objections = rules.flatMap((rule) => rule({ journal, counters, requirements }) ?? []);
  const covered = coverage(requirements);
  const notes = [
    ...warnings({ journal, counters, requirements }),
    ...retries(journal.instances),
    ...waiting(journal.instances),
  ];
  const [first, ...others] = objections;
  if (first === undefined) {
    const judged = counters.passed + counters.warned;
    const headline = 'The gate holds';
    const sentence = `${headline}: ${counters.passed} of ${counted(judged, 'instance')} that could be judged passed; ${covered}.`;
    return { exitCode: exitCodes.gateHolds, headline, sentence, remarks: notes, counters, requirements };
  }
  return {
    exitCode: first.exitCode,
    headline: first.headline,
    sentence: `${first.headline}: ${first.because}.`,
    remarks: [...others.map(({ because }) => `${capitalised(because)}.`), `${capitalised(covered)}.`, ...notes],
    counters,
    requirements,
  };
}

function interruption({ journal, counters }: Evidence): Objection | undefined {
  if (journal.ended?.interrupted !== true) return undefined;
  const settled = journal.instances.filter((instance) => instance.settled).length;
  const because = `${settled} of ${counted(journal.instances.length, 'instance')} have a result, ${counters.failed} failed`;
  return { exitCode: exitCodes.interrupted, headline: 'The run was interrupted', because };
}

function problemsOfTarget({ journal: { problems, instances } }: Evidence): Objection | undefined {
  const [first, ...others] = problems;
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'more problem')})`;
  // A journal of a newer tool may hold codes that this one doesn't know.
  const exitCode: ExitCode = problemCodes[first.code] ?? untestable.exitCode;
  const ran = instances.some(({ settled, verdict }) => settled && verdict !== 'skipped');
  const headline = ran ? 'Part of the target could not be tested' : untestable.headline;
  return { headline, exitCode, because: `${visibleLine(first.message).replace(/\.$/, '')}${more}` };
}

function violations({ counters, requirements }: Evidence): Objection | undefined {
  if (counters.failed === 0) return undefined;
  const violated = requirements.filter(({ status }) => status === 'violated').map(({ requirement }) => requirement);
  const noun = violated.every(({ level }) => level === 'MUST') ? 'MUST requirement' : 'requirement';
  const ids = listed(violated.map(({ id }) => id));
  const because = `${counted(violated.length, noun)} ${violated.length === 1 ? 'is' : 'are'} violated (${ids})`;
  return { ...fails, because: `${because} in ${counted(counters.failed, 'instance')}` };
}

function errors({ journal, counters, requirements }: Evidence): Objection | undefined {
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

function brokenOff({ journal }: Evidence): Objection | undefined {
  if (!journal.cut) return undefined;
  const missing = journal.instances.filter((instance) => !instance.settled).length;
  const because = `the journal breaks off before the run's end, ${counted(missing, 'instance')} without a result`;
  return { ...fails, because };
}

function nothingProved({ journal }: Evidence): Objection | undefined {
  const proved = journal.instances.some(({ verdict, level }) => verdict === 'passed' && level === 'MUST');
  return proved ? undefined : { ...tooLittle, because: 'not one instance of a MUST requirement passed' };
}

function brokenPromises({ requirements }: Evidence): Objection | undefined {
  // Of an OBSERVE requirement, an observation is all that can be had.
  const kept = ({ requirement, status }: RequirementRecord) =>
    status === 'proved' || (requirement.level === 'OBSERVE' && status === 'observed');
  const broken = requirements.filter((record) => record.promised && !kept(record));
  if (broken.length === 0) return undefined;
  const named = listed(broken.map(({ requirement, status }) => `${requirement.id} (${status})`));
  return { ...tooLittle, because: `the suite promises to prove ${named}` };
}

/** What a run may cost is a reason to stop, and none to take what was left out for proved. */
function budgetUsedUp({ journal }: Evidence): Objection | undefined {
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

function warnings({ counters, requirements }: Evidence): string[] {
  if (counters.warned === 0) return [];
  const ids = requirements.filter(({ status }) => status === 'warned').map(({ requirement }) => requirement.id);
  return [
    `A SHOULD is not met in ${counted(counters.warned, 'instance')}${ids.length === 0 ? '' : ` (${listed(ids)})`}.`,
  ];
}

function retries(instances: readonly InstanceRecord[]): string[] {
  const flaky = instances.filter((instance) => instance.flaky).length;
  return flaky === 0 ? [] : [`${counted(flaky, 'instance')} passed only after a retry.`];
}

/** A slow run is not a slow gateway. */
function waiting(instances: readonly InstanceRecord[]): string[] {
  const waited = waitsInWords(waitsOf(instances));
  return waited === undefined ? [] : [`Requests ${waited}, all together.`];
}
