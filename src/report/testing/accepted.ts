import {
  type Acceptance,
  type Baseline,
  baselineOf,
  defaultFailOn,
  type KnownFailureEntry,
} from '../../acceptance/index.js';
import type { Journal, JournalEvent, Level, RunEvent, Verdict } from '../../journal/index.js';
import {
  endedEvent,
  finishedEvent,
  journalOf,
  plannedEvent,
  requirement,
  runEvent,
} from '../../journal/testing/make-events.js';
import type { Json } from '../../json/index.js';

// Runs and what was accepted of them, in a few words.

export interface Outcome {
  readonly verdict: Verdict;
  readonly requirement?: string;
  readonly observed?: Readonly<Record<string, Json>>;
}

const levels: Partial<Record<Verdict, Level>> = { warned: 'SHOULD', observed: 'OBSERVE' };

/** A run whose instances ended so, by their ids. The catalogue has every requirement that they name. */
export function runOf(outcomes: Readonly<Record<string, Verdict | Outcome>>, run: Partial<RunEvent> = {}): Journal {
  const instances = Object.entries(outcomes).map(([id, given]) => {
    const outcome: Outcome = typeof given === 'string' ? { verdict: given } : given;
    return { id, ...outcome, requirements: [outcome.requirement ?? 'NAME-01'] };
  });
  const catalogue = [...new Set(instances.flatMap(({ requirements }) => requirements))]
    .sort()
    .map((id) => requirement(id));
  const events = instances.flatMap(({ id, verdict, requirements, observed }): JournalEvent[] => {
    const planned = plannedEvent(id, { requirements, level: levels[verdict] ?? 'MUST' });
    const reason = { code: 'quota.saturated', message: 'The quota was used up.' };
    if (verdict === 'skipped') return [{ ...planned, skip: { code: 'needs.model', message: 'No such model.' } }];
    const findings = verdict === 'failed' ? [{ check: 'status', holds: false, message: 'status 404, not 200' }] : [];
    return [planned, finishedEvent(id, verdict, { findings, reason, ...(observed === undefined ? {} : { observed }) })];
  });
  return journalOf([...events, endedEvent()], runEvent({ requirements: catalogue, ...run }));
}

export function baselineFrom(...parameters: Parameters<typeof runOf>): Baseline {
  const baseline = baselineOf(runOf(...parameters), 'journal.ndjson');
  if (!baseline.ok) throw new Error(baseline.problems[0]?.message);
  return baseline.value;
}

export function known(instance: string, over: Partial<KnownFailureEntry> = {}): KnownFailureEntry {
  return {
    instance,
    reason: 'Not before spring.',
    place: { file: 'known-failures.yaml', line: 2, column: 15 },
    ...over,
  };
}

export function accepting(over: Partial<Acceptance>): Acceptance {
  return { failOn: defaultFailOn, ...over };
}
