export { expand } from './expand.js';
export { globMatcher } from './glob.js';
export type { Bindings, Instance, Plan, SkipReason } from './instance.js';
export { makePlan } from './make-plan.js';
export type { Filters } from './select.js';
export { type Sender, senderOf } from './sender.js';
