import { dirname, join, resolve } from 'node:path';
import type { Filters, Shard } from '../plan/index.js';
import { failed, ok, type Result } from '../problem/index.js';
import type { EarlierRun } from './earlier/earlier-run.js';
import { filtersOf, type SelectionFlags } from './options/selection-options.js';
import { type ShardFlag, shardOf } from './options/shard-option.js';

/** What is to be run, on what, and where its journal goes. */
export interface ChosenRun {
  readonly suite: string;
  /** As `--target` names it. */
  readonly named: string;
  readonly filters: Filters;
  readonly shard: Shard | undefined;
  readonly journal: string;
}

interface ChoosingFlags extends SelectionFlags, ShardFlag {
  readonly out: string;
}

/** From the flags; what these leave to their defaults, an earlier run decides where there is one. */
export function choose(
  flags: ChoosingFlags,
  isGiven: (flag: string) => boolean,
  earlier: EarlierRun | undefined,
): Result<ChosenRun> {
  if (earlier === undefined) {
    const shard = shardOf(flags);
    if (!shard.ok) return shard;
    const journal = journalIn(flags.out);
    return ok({ suite: flags.suite, named: flags.target, filters: filtersOf(flags), shard: shard.value, journal });
  }
  const { kind, survey } = earlier;
  const { suite, target, selection = {}, shard } = survey.run;
  const common = {
    suite: isGiven('suite') ? flags.suite : suite,
    named: isGiven('target') ? flags.target : target.source,
    filters: selection,
  };
  if (kind === 'resume') return ok({ ...common, shard, journal: isGiven('out') ? journalIn(flags.out) : survey.path });
  const journal = journalIn(isGiven('out') ? flags.out : join(dirname(survey.path), 'rerun'));
  if (resolve(journal) === resolve(survey.path)) {
    const message = `the journal of the rerun would replace ${survey.path}, which is the whole run's`;
    return failed({ code: 'earlier.overwrites', message, fix: 'name another folder with --out' });
  }
  return ok({ ...common, shard: undefined, journal });
}

function journalIn(folder: string): string {
  return join(folder, 'journal.ndjson');
}
