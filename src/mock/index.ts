export type {
  Account,
  ApiName,
  Catalog,
  Grant,
  Metastore,
  ModelService,
  Principal,
  Privilege,
  Schema,
  Token,
  Workspace,
} from './account/account.js';
export { defaultAccount } from './account/default-account.js';
export { databricksConfigOf } from './databricks-config.js';
export { describeSimulatedAccount } from './describe.js';
export { type Pace, waiting } from './event-stream.js';
export { portProblem } from './port-problem.js';
export { type SimulatedAccount, type SimulatedAccountOptions, startSimulatedAccount } from './start.js';
export type { IdentityEntry, ModelEntry, TargetDocument } from './target-document.js';
