export type {
  BreakRecord,
  Catch,
  FaultRecord,
  KillMatrix,
  RequirementProof,
  VariantRecord,
} from './kill-matrix.js';
export { proofOf } from './proof.js';
export { readKillMatrix } from './read-kill-matrix.js';
export { renderKillMatrixConsole } from './render-console.js';
export { renderKillMatrixHtml } from './render-html.js';
