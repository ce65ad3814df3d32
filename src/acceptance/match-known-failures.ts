import { globMatcher } from '../glob/index.js';
import type { Problem } from '../problem/index.js';
import { suggestion } from '../spec/index.js';
import type { KnownFailureEntry } from './known-failures.js';

/** The ids that each entry is about. */
export function matchKnownFailures(
  entries: readonly KnownFailureEntry[],
  ids: readonly string[],
): ReadonlyMap<KnownFailureEntry, readonly string[]> {
  return new Map(
    entries.map((entry) => {
      const matches = globMatcher([entry.instance]);
      return [entry, ids.filter((id) => matches(id))];
    }),
  );
}

/** Two entries for one instance: nobody could say which reason counts, or when it expires. */
export function overlapsIn(entries: readonly KnownFailureEntry[], ids: readonly string[]): readonly Problem[] {
  const owner = new Map<string, KnownFailureEntry>();
  const told = new Set<string>();
  const problems: Problem[] = [];
  for (const [entry, matched] of matchKnownFailures(entries, ids)) {
    for (const id of matched) {
      const earlier = owner.get(id);
      owner.set(id, entry);
      const pair = `${earlier?.place.line}:${entry.place.line}`;
      if (earlier === undefined || told.has(pair)) continue;
      told.add(pair);
      problems.push({
        code: 'known-failures.overlap',
        message: `the instance \`${id}\` is meant by \`${earlier.instance}\` on line ${earlier.place.line} as well`,
        place: entry.place,
        fix: 'write one entry for each instance, or narrow one of the two',
      });
    }
  }
  return problems;
}

/** What an entry that matches nothing may have meant. */
export function suggestedFor({ instance }: KnownFailureEntry, ids: readonly string[]): string {
  const cases = new Set(ids.map((id) => id.replace(/\[.*$/s, '')));
  return suggestion(instance, [...cases, ...ids], 'see what there is with `gateway-conformance list`');
}
