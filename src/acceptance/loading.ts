/** What needs the YAML parser, the schemas and their validator; `index.ts` is for who only uses what was loaded. */
export { KnownFailuresSchema } from './known-failures-schema.js';
export { readKnownFailures } from './load-known-failures.js';
export { readBaseline } from './read-baseline.js';
