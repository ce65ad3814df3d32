import type { FailOn } from '../../acceptance/index.js';
import type { Journal } from '../../journal/index.js';
import { type ExitCode, exitCodes } from '../../problem/index.js';
import { type Counters, countVerdicts } from '../counters.js';
import { coverage } from '../coverage.js';
import { type RequirementRecord, requirementRecords } from '../requirement-status.js';
import { waitsInWords, waitsOf } from '../waits.js';
import { capitalised, counted } from '../wording.js';
import {
  brokenOff,
  brokenPromises,
  budgetUsedUp,
  type Evidence,
  errors,
  fails,
  gaps,
  interruption,
  nothingProved,
  type Objection,
  problemsOfTarget,
  rerunOnly,
} from './doubts.js';
import { partOf, provenance } from './part.js';
import { remarksOn, unselectedInWords } from './remarks.js';
import { type RunStanding, standingOfRun } from './run-standing.js';
import { countStandings, type StandingCounters } from './standing-counters.js';
import { type Tally, talliesOf } from './tallies.js';

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
  readonly standings: StandingCounters;
  readonly requirements: readonly RequirementRecord[];
  /** What of all that was found it fails on. */
  readonly failOn: readonly FailOn[];
}

/** Reads the verdict of a run out of its journal. What was found fails it as the user says; doubt always does. */
export function decide(journal: Journal, standing: RunStanding = standingOfRun(journal)): Gate {
  const counters = countVerdicts(journal.instances);
  const requirements = requirementRecords(journal);
  const evidence: Evidence = { journal, counters, requirements, standing };
  const { failOn } = standing.acceptance;
  const tallies = talliesOf(evidence);
  const objections = objectionsTo(evidence, tallies);
  const covered = coverage(requirements);
  const part = partOf(journal);
  const notes = [
    ...(part?.kind === 'shard' ? [`This is ${part.name}: the gate is decided by all of them, merged.`] : []),
    ...provenance(journal),
    ...tallies.filter(({ kind }) => !failOn.includes(kind) && kind !== 'inconclusive').map(toldApart),
    ...remarksOn(standing, journal),
    ...waiting(journal),
  ];
  const common = { counters, standings: countStandings(standing.standings), requirements, failOn };
  const [first, ...others] = objections;
  const apart = unselectedInWords(standing);
  if (first === undefined) {
    const judged = counters.passed + counters.warned + counters.failed;
    const headline = part === undefined ? 'The gate holds' : `${capitalised(part.name)} holds`;
    const failed = counters.failed === 0 ? '' : `, ${counters.failed} failed`;
    const sentence = `${headline}: ${counters.passed} of ${counted(judged, 'instance')} that could be judged passed${failed}; ${covered}${apart}.`;
    return { exitCode: exitCodes.gateHolds, headline, sentence, remarks: notes, ...common };
  }
  return {
    exitCode: first.exitCode,
    headline: first.headline,
    sentence: `${first.headline}: ${first.because}${first.headline === fails.headline ? apart : ''}.`,
    remarks: [...others.map(({ because }) => `${capitalised(because)}.`), `${capitalised(covered)}.`, ...notes],
    ...common,
  };
}

/** In order of weight: the first decides, the others become remarks. */
function objectionsTo(evidence: Evidence, tallies: readonly Tally[]): readonly Objection[] {
  const { failOn } = evidence.standing.acceptance;
  const against = tallies.filter(({ kind }) => failOn.includes(kind)).map(({ words }) => words);
  return [
    interruption(evidence),
    // A promise that was seen broken is broken, whatever else could not be tested.
    against.length === 0 ? undefined : { ...fails, because: against.join(', ') },
    gaps(evidence),
    problemsOfTarget(evidence),
    errors(evidence),
    brokenOff(evidence),
    rerunOnly(evidence),
    // Of a part nobody can expect what the whole promises.
    ...(partOf(evidence.journal) === undefined ? [nothingProved(evidence), brokenPromises(evidence)] : []),
    budgetUsedUp(evidence),
  ].filter((objection) => objection !== undefined);
}

function toldApart({ words }: Tally): string {
  return `${capitalised(words)}.`;
}

/** A slow run is not a slow gateway. */
function waiting({ instances }: Journal): string[] {
  const waited = waitsInWords(waitsOf(instances));
  return waited === undefined ? [] : [`Requests ${waited}, all together.`];
}
