export type { Level, Requirement, SourceKind } from './requirement.js';
