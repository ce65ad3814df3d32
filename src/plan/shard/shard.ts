import { failed, ok, type Result } from '../../problem/index.js';

/** One of several processes that share a plan. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

const mostShards = 1_000;

/** `2/8` is the second of eight. */
export function parseShard(text: string): Result<Shard> {
  const [, index = '', count = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text.trim()) ?? [];
  return index === ''
    ? malformed(`\`${text}\` is not a shard`)
    : checkShard({ index: Number(index), count: Number(count) }, text);
}

/** `written` is what the user wrote, for the problem. */
export function checkShard({ index, count }: Shard, written: string): Result<Shard> {
  if (count < 1) return malformed(`\`${written}\` divides the plan into nothing`);
  if (count > mostShards)
    return malformed(`\`${written}\` divides the plan into more than ${mostShards} shards`, mostShards);
  if (index < 1) return malformed(`\`${written}\` counts shards from 0, and they count from 1`);
  if (index > count) return malformed(`\`${written}\` asks for shard ${index}, and there are ${count}`);
  return ok({ index, count });
}

function malformed(message: string, count = 8) {
  const fix = `write which shard and of how many, from 1/${count} to ${count}/${count}`;
  return failed({ code: 'shard.malformed', message, fix });
}
