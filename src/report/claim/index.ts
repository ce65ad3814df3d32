export { type Badge, badgeOf } from './badge-of.js';
export { claimOf } from './claim-of.js';
export type { Claim, ClaimedProfile } from './claim-schema.js';
