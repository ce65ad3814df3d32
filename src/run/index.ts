export { type ContextOptions, type OpenContext, openContext } from './open-context.js';
export { type RestoreGrantsOptions, restoreGrants } from './restore-grants.js';
export { type RunOptions, run } from './run.js';
export { runInstance } from './run-instance.js';
