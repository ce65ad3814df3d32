export { actionsOf, stepsOf } from './actions-of.js';
export { apisOf } from './apis-of.js';
export { asksForStream } from './asks-for-stream.js';
export { cellIn, type GrantCell, partsOfCell } from './cell.js';
export { atOnceWithin, copiesOf } from './copies.js';
export type { Cost } from './cost.js';
export { defaultModel, defaultRole } from './default-model.js';
export { defaultPrompt } from './default-prompt.js';
export { estimateAction, estimateInstance, estimatePlan } from './estimate.js';
export type { Bindings, Instance, Plan, SkipReason } from './instance.js';
export { makePlan } from './make-plan.js';
export { referencesOfCase } from './missing-needs.js';
export type { Filters } from './select.js';
export { type Sender, senderOf } from './sender.js';
export {
  divideRates,
  divideTotals,
  looksAtChangedGrants,
  parseShard,
  planOfShard,
  type Shard,
  shardFromEnvironment,
  shardsVariable,
} from './shard/index.js';
export { beyondLimit, timesOf } from './times.js';
export { type Uses, usesOf } from './uses-of.js';
export { warehouseOf } from './warehouse.js';
export { withoutIdentities } from './without-identities.js';
