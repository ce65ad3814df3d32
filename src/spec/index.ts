export { compileLibrary, reviveLibrary } from './compiled-library.js';
export { suggestion } from './did-you-mean.js';
export { durationPattern, parseDuration, parseSize, sizePattern } from './duration.js';
export type { GrantKind } from './grants.js';
export type { Library } from './library.js';
export { type LibraryPlaces, libraryKey } from './library-files.js';
export type { Selection, Suite } from './load-suite.js';
export { isMatcher, isQuery } from './matcher.js';
export { type Reference, referencesIn, substitute, textsOf } from './references.js';
export type { Level, Requirement, SourceKind } from './requirement.js';
export type { Catalogue } from './requirement-file.js';
export type { Roles } from './roles.js';
export type { Aspect } from './schema/aspect-schema.js';
export type { CallTemplate, RequestTemplate } from './schema/call-schema.js';
export type { Capture, Needs } from './schema/case-schema.js';
export type { Checks } from './schema/expect-schema.js';
export type { GrantChange, SecurableKind } from './schema/grant-schema.js';
export type { Matcher } from './schema/matcher-schema.js';
export type { MessageTemplate } from './schema/message-schema.js';
export type { OutcomeName } from './schema/outcome-schemas.js';
export type { SqlTemplate } from './schema/sql-schema.js';
export type { StatusExpectation } from './schema/status-schema.js';
export type { TextTemplate } from './schema/text-schema.js';
export type {
  Action,
  Case,
  Comparison,
  Dimension,
  Eventually,
  Expectation,
  Sending,
  Side,
  Spec,
  Step,
} from './spec.js';
export { keyOfApi } from './verifies.js';
export type { YamlPath, YamlSource } from './yaml/yaml-source.js';
