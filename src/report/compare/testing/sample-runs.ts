import type { FinishedEvent, JournalEvent, PlannedEvent, RunEvent, Verdict } from '../../../journal/index.js';
import { endedEvent, finishedEvent, journalOf, plannedEvent, runEvent } from '../../../journal/testing/make-events.js';
import { type ComparedRun, comparedRunOf } from '../compared-run.js';

/** What became of an instance, and how. */
export interface Happened {
  readonly verdict: Verdict;
  /** What the finding or the reason says; a cause, where there is one. */
  readonly why?: string;
  readonly observed?: FinishedEvent['observed'];
  readonly tookMs?: number;
  readonly plan?: Partial<PlannedEvent>;
}

interface RunOf {
  readonly run?: Partial<RunEvent>;
  /** `interrupted`, or `cut` without an end; whole otherwise. */
  readonly end?: ComparedRun['end'];
  readonly extra?: readonly JournalEvent[];
}

/** A journal in which this became of each instance. */
export function journalWith(
  happened: Readonly<Record<string, Happened>>,
  { run = {}, end = 'whole', extra = [] }: RunOf = {},
) {
  const entries = Object.entries(happened);
  return journalOf(
    [
      ...entries.map(([id, { plan }]) => plannedEvent(id, plan)),
      ...extra,
      ...entries.flatMap(([id, one]): JournalEvent[] => [
        { event: 'started', instance: id, at: 1 },
        finishedEvent(id, one.verdict, detailsOf(one)),
      ]),
      ...(end === 'cut' ? [] : [endedEvent({ interrupted: end === 'interrupted' })]),
    ],
    runEvent(run),
  );
}

export function runWith(label: string, happened: Readonly<Record<string, Happened>>, of: RunOf = {}): ComparedRun {
  return comparedRunOf(journalWith(happened, of), label);
}

function detailsOf({ verdict, why, observed, tookMs = 1_000 }: Happened): Partial<FinishedEvent> {
  const judged = verdict === 'failed' || verdict === 'warned';
  return {
    durationMs: tookMs,
    ...(judged ? { findings: [{ check: 'status', holds: false, message: why ?? 'The status is 500.' }] } : {}),
    ...(why === undefined || judged ? {} : { reason: { code: 'needs.model', message: why } }),
    ...(observed === undefined ? {} : { observed }),
  };
}

const denied = 'The status is 200 instead of 403 or 404.';

/** Two runs with something of every kind between them. */
export const beforeJournal = journalWith({
  'naming.fully-qualified[api=chat]': { verdict: 'passed' },
  'naming.fully-qualified[api=messages]': { verdict: 'passed' },
  'permissions.denied[model=private]': { verdict: 'passed' },
  'permissions.denied[model=inherited]': { verdict: 'passed' },
  'permissions.granted': { verdict: 'passed' },
  'streaming.usage': { verdict: 'passed' },
  'chat.stop': { verdict: 'failed', why: 'The field `stop_reason` is absent.' },
  'chat.n': { verdict: 'failed', why: 'The field `n` is ignored.' },
  'chat.seed': { verdict: 'failed', why: 'The field `seed` is refused.' },
  'errors.unknown-model': { verdict: 'observed', observed: { status: 404, 'error-code': 'RESOURCE_DOES_NOT_EXIST' } },
  'errors.too-large': { verdict: 'observed', observed: { status: 413 } },
  'headers.trace': { verdict: 'failed', why: 'The header `x-request-id` is absent.' },
  'limits.tokens': { verdict: 'skipped', why: 'the target does not have the model limited-by-tokens' },
  'grants.audit': { verdict: 'skipped', why: 'the target does not have the identity admin' },
  'naming.retired': { verdict: 'passed' },
});

export const afterJournal = journalWith(
  {
    'naming.fully-qualified[api=chat]': { verdict: 'passed', tookMs: 9_000 },
    'naming.fully-qualified[api=messages]': { verdict: 'passed', tookMs: 1_100 },
    'permissions.denied[model=private]': { verdict: 'failed', why: denied },
    'permissions.denied[model=inherited]': { verdict: 'failed', why: denied },
    'permissions.granted': { verdict: 'inconclusive', why: 'the quota stayed saturated for 5 min' },
    'streaming.usage': { verdict: 'warned', why: 'The last event holds no usage.', plan: { level: 'SHOULD' } },
    'chat.stop': { verdict: 'failed', why: 'The field `stop_reason` is null.' },
    'chat.n': { verdict: 'skipped', why: 'the target does not have the feature several-choices' },
    'chat.seed': { verdict: 'failed', why: 'The field `seed` is refused.' },
    'errors.unknown-model': { verdict: 'observed', observed: { status: 400, 'error-code': 'INVALID_PARAMETER_VALUE' } },
    'errors.too-large': { verdict: 'observed', observed: { status: 413 } },
    'headers.trace': { verdict: 'passed' },
    'limits.tokens': { verdict: 'passed' },
    'grants.audit': { verdict: 'skipped', why: 'the target does not have the identity admin' },
    'naming.new': { verdict: 'passed' },
  },
  { run: { startedAt: '2026-11-21T09:30:00.000Z', specsDigest: 'deadbeef'.repeat(8), suite: 'full' } },
);

export const before = comparedRunOf(beforeJournal, 'before');
export const after = comparedRunOf(afterJournal, 'after');
