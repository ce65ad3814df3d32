export { KillMatrixView } from './kill-matrix-view.js';
