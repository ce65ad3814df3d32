import { type Acceptance, nothingAccepted } from '../../acceptance/index.js';
import type { InstanceRecord, Journal } from '../../journal/index.js';
import { type BaselineOverlap, changeSince, overlapOf } from './compare-baseline.js';
import { isExpired, isRefuted, type KnownFailuresReview, reviewKnownFailures } from './compare-known-failures.js';
import type { Standing } from './standing.js';

/** How a run stands against what was accepted before. */
export interface RunStanding {
  readonly acceptance: Acceptance;
  /** By the id of the instance, of those as well that were proved then and are not even planned now. */
  readonly standings: ReadonlyMap<string, Standing>;
  readonly knownFailures: KnownFailuresReview;
  readonly overlap?: BaselineOverlap;
}

export function standingOfRun(journal: Journal, acceptance: Acceptance = nothingAccepted): RunStanding {
  const knownFailures = reviewKnownFailures(journal, acceptance.knownFailures ?? []);
  const overlap = acceptance.baseline === undefined ? undefined : overlapOf(journal, acceptance.baseline);
  const standings = new Map<string, Standing>();
  for (const instance of journal.instances) {
    const standing = standingOf(instance, journal.run.startedAt, acceptance, knownFailures);
    if (standing !== undefined) standings.set(instance.id, standing);
  }
  for (const id of overlap?.gone ?? []) {
    const was = acceptance.baseline?.instances.get(id)?.verdict;
    if (was !== undefined) standings.set(id, { kind: 'lost', was });
  }
  return { acceptance, standings, knownFailures, ...(overlap === undefined ? {} : { overlap }) };
}

function standingOf(
  instance: InstanceRecord,
  startedAt: string,
  { baseline, knownFailures }: Acceptance,
  { entryOf }: KnownFailuresReview,
): Standing | undefined {
  const { id, verdict } = instance;
  const entry = entryOf.get(id);
  const was = baseline?.instances.get(id);
  if (entry !== undefined && (verdict === 'failed' || verdict === 'warned')) {
    return { kind: isExpired(entry, startedAt) ? 'expired' : 'known-failure', known: entry };
  }
  if (verdict === 'failed') {
    if (baseline === undefined && knownFailures === undefined) return undefined;
    if (was?.verdict !== 'failed' || baseline === undefined) return { kind: 'new-failure' };
    return {
      kind: 'known-failure',
      known: { reason: `It failed in the baseline of ${dayOf(baseline.startedAt)}, too.` },
    };
  }
  if (entry !== undefined && isRefuted(verdict)) return { kind: 'stale', known: entry };
  return was === undefined ? undefined : changeSince(was, instance);
}

/** `2026-11-20` of an instant. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
