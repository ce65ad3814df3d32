import type { Journal } from '../../journal/index.js';
import type { Problem } from '../../problem/index.js';
import { visibleLine } from '../visible.js';
import { counted } from '../wording.js';

/** What of a plan a journal holds on purpose, in words; undefined when that is all of it. Promises are kept by the whole only. */
export function partOf({
  run,
  instances,
}: Journal): { readonly kind: 'shard' | 'rerun'; readonly name: string } | undefined {
  const { shard, rerun } = run;
  if (rerun !== undefined)
    return { kind: 'rerun', name: `rerun of ${instances.length} of ${counted(rerun.of, 'instance')}` };
  if (shard === undefined || shard.count === 1) return undefined;
  return { kind: 'shard', name: `shard ${shard.index} of ${shard.count}` };
}

/** What is not there of the shards that were merged, in words; undefined when all is. */
export function gapsIn({ problems }: Journal): string | undefined {
  const gaps = problems.filter(isGap).map(({ message }) => visibleLine(message).replace(/\.$/, ''));
  return gaps.length === 0 ? undefined : gaps.join('; ');
}

/** It is about what is missing in a journal, and not about the target. */
export function isGap({ code }: Problem): boolean {
  return code.startsWith('merge.');
}

/** How the journal came about, where that is not one run from its beginning to its end: a sentence each. */
export function provenance({ run }: Journal): readonly string[] {
  const { merged, resumed } = run;
  return [
    ...(merged === undefined ? [] : [`Merged from ${counted(merged.shards, 'shard')}.`]),
    ...(resumed === undefined
      ? []
      : [
          `${counted(resumed.kept, 'result')} ${resumed.kept === 1 ? 'is' : 'are'} kept from a run that ended before its end.`,
        ]),
  ];
}
