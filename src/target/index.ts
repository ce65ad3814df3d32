export { basic, bearer } from './authorization.js';
export type { Environment, TargetContext } from './context.js';
export type { ClientCredential, Credential, Issuer, LoginCredential } from './credential.js';
export { isLoopback } from './origin.js';
export { type Missing, type Route, type RouteName, resolveRoute } from './routes.js';
export { secretsOf } from './secrets-of.js';
export type {
  Expectation,
  Identity,
  ModelService,
  RequestLimit,
  Target,
  TargetLimits,
  Warehouse,
  Workspace,
} from './target.js';
export { targetFromEnvironment } from './target-from-environment.js';
export { targetOfDocument } from './target-of-document.js';
export type { Privilege, TargetDocument } from './target-schema.js';
