/** What needs the YAML parser, the schemas and their validator; `index.ts` is for who only uses what was loaded. */
export { loadLibrary } from './library.js';
export { loadRoles } from './roles.js';
export { aspects } from './schema/aspect-schema.js';
export { MatcherSchema } from './schema/matcher-schema.js';
export { outcomeNames } from './schema/outcome-schemas.js';
export { checkShape } from './yaml/check-shape.js';
export { readYamlFile, readYamlText } from './yaml/read-yaml.js';
