/** The adapters and their contracts, with the YAML parser and the schema validator: for who sends and judges. */
export { apis } from './apis.js';
export { compileContracts } from './compile-contracts.js';
export { streamRuleNames } from './stream-rule-names.js';
