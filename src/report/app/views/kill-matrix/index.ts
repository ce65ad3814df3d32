export { KillMatrixView } from './kill-matrix-view.js';
export { killMatrixStyle } from './style.js';
