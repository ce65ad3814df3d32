/** What needs the YAML parser, the schemas and their validator; `index.ts` is for who has no file to read. */
export { checkTarget, loadTarget } from './load-target.js';
export { readTargetFile } from './read-target-file.js';
export { TargetSchema } from './target-schema.js';
