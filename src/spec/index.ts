export { callDimensions } from './checks/check-dimensions.js';
export { didYouMean } from './did-you-mean.js';
export { durationPattern, parseDuration, parseSize, sizePattern } from './duration.js';
export { type Library, type LibraryPlaces, loadLibrary } from './library.js';
export type { Selection, Suite } from './load-suite.js';
export { isMatcher, isQuery } from './matcher.js';
export { type Reference, referencesIn, substitute, textsOf } from './references.js';
export type { Level, Requirement, SourceKind } from './requirement.js';
export type { Catalogue } from './requirement-file.js';
export { loadRoles, type Roles } from './roles.js';
export type { CallTemplate, RequestTemplate } from './schema/call-schema.js';
export type { Capture, Needs } from './schema/case-schema.js';
export {
  type Aspect,
  aspects,
  type Checks,
  type OutcomeName,
  outcomeNames,
  type StatusExpectation,
} from './schema/expect-schema.js';
export { type Matcher, MatcherSchema } from './schema/matcher-schema.js';
export type { Action, Case, Comparison, Dimension, Eventually, Expectation, Side, Spec, Step } from './spec.js';
export { checkShape } from './yaml/check-shape.js';
export { readYamlFile, readYamlText } from './yaml/read-yaml.js';
export type { YamlPath, YamlSource } from './yaml/yaml-source.js';
