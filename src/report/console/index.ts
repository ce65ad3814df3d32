export { type ProgressOptions, progress } from './progress.js';
export { renderConsole } from './render-console.js';
