export { type FaultRecord, type KillMatrix, survivors, unproved } from './kill-matrix.js';
export type { Workshop } from './on-account.js';
export { openProcesses, type Processes, type ResultMessage, type TaskMessage } from './processes.js';
export { type ProveOptions, prove } from './prove.js';
export { isProved, renderKillMatrix } from './render-console.js';
export { runTask, type Task, type TaskResult } from './task.js';
