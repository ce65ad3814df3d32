export { argumentsText } from './arguments-text.js';
export { constant, counted, named, ofObject } from './fields.js';
export type { RuleName } from './names.js';
export { noVectors } from './no-vectors.js';
export { type RuleTable, splitRules } from './table.js';
export { uniqueIds } from './unique-ids.js';
