export { divideRates, divideTotals } from './divide-limits.js';
export { planOfShard } from './plan-of-shard.js';
export { parseShard, type Shard } from './shard.js';
export { shardFromEnvironment, shardsVariable } from './shard-from-environment.js';
export { looksAtChangedGrants } from './together.js';
