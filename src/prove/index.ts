export { runOnAccount, type Workshop } from './on-account.js';
export { openProcesses, type Processes, type ResultMessage, type TaskMessage } from './processes.js';
export { type ProveOptions, prove } from './prove.js';
export type { Shown } from './shown.js';
export { runTask, type Task, type TaskResult } from './task.js';
export { type ChangedFile, touchedBy } from './touched.js';
