export type { Credential } from './credential.js';
export type { Expectation, Identity, ModelService, Privilege, Target, TargetLimits, Workspace } from './target.js';
