export type {
  Account,
  ApiName,
  Catalog,
  Client,
  Grant,
  GrantedPrivilege,
  Metastore,
  ModelService,
  Principal,
  Privilege,
  Schema,
  Token,
  Warehouse,
  Workspace,
} from './account/account.js';
export { defaultAccount } from './account/default-account.js';
export { databricksConfigOf } from './databricks-config.js';
export { describeSimulatedAccount } from './describe.js';
export type { Deviation } from './deviation/deviation.js';
export { type Pace, waiting } from './event-stream.js';
export type { IdentityEntry } from './identity-entries.js';
export { portProblem } from './port-problem.js';
export { engineProblem } from './sql/engine-problem.js';
export { type SimulatedAccount, type SimulatedAccountOptions, startSimulatedAccount } from './start.js';
export type { ModelEntry, TargetDocument } from './target-document.js';
