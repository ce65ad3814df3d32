import { type KnownFailureEntry, matchKnownFailures } from '../../acceptance/index.js';
import type { Journal, Verdict } from '../../journal/index.js';
import { isPart } from './left-out.js';

/** Entries of known failures that say something that is not so. */
export interface KnownFailuresReview {
  /** The entry that is about an instance, by its id. */
  readonly entryOf: ReadonlyMap<string, KnownFailureEntry>;
  /** Something that they are about holds. */
  readonly stale: readonly KnownFailureEntry[];
  /** There is nothing that they could be about. */
  readonly matchingNothing: readonly KnownFailureEntry[];
  /** Their day is over, and what they are about does not hold. */
  readonly expired: readonly KnownFailureEntry[];
  /** They are about instances that this run was not asked for. */
  readonly unselected: number;
}

export function reviewKnownFailures(journal: Journal, entries: readonly KnownFailureEntry[]): KnownFailuresReview {
  const { run, instances } = journal;
  const verdicts = new Map(instances.map(({ id, verdict }) => [id, verdict]));
  const matched = matchKnownFailures(entries, [...verdicts.keys()]);
  const elsewhere = matchKnownFailures(entries, run.unselected ?? []);
  const about = (entry: KnownFailureEntry) => matched.get(entry) ?? [];
  const stale = entries.filter((entry) => about(entry).some((id) => isRefuted(verdicts.get(id))));
  const unmatched = entries.filter((entry) => about(entry).length === 0);
  const matchingNothing = isPart(journal) ? [] : unmatched.filter((entry) => elsewhere.get(entry)?.length === 0);
  return {
    entryOf: new Map([...matched].flatMap(([entry, ids]) => ids.map((id) => [id, entry] as const))),
    stale,
    matchingNothing,
    expired: entries.filter(
      (entry) => about(entry).length > 0 && !stale.includes(entry) && isExpired(entry, run.startedAt),
    ),
    unselected: unmatched.length - matchingNothing.length,
  };
}

/** By the day of the run, not of the reader: a report that is made again next year says the same. */
export function isExpired({ expires }: { readonly expires?: string }, startedAt: string): boolean {
  return expires !== undefined && startedAt.slice(0, 10) > expires;
}

/** A SHOULD that does not hold is what its entry says, as a failure is. Where there is no answer, nothing is refuted. */
export function isRefuted(verdict: Verdict | undefined): boolean {
  return verdict === 'passed' || verdict === 'observed';
}
