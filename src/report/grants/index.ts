export { type Cell, cellAt, type Matrix, matrixOf } from './matrix.js';
export { mendOf, principalOf } from './mend.js';
export { expectedWords, matrixWords, observedWords, verdictOfCell } from './words.js';
