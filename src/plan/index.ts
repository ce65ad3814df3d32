export { actionsOf } from './actions-of.js';
export { apisOf } from './apis-of.js';
export { copiesOf } from './copies.js';
export { defaultModel, defaultRole } from './default-model.js';
export type { Bindings, Instance, Plan } from './instance.js';
export { makePlan } from './make-plan.js';
export type { Filters } from './select.js';
export { type Sender, senderOf } from './sender.js';
