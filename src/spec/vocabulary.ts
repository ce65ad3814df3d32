import type { Catalogue } from './requirement-file.js';
import type { Roles } from './roles.js';

/** What a spec may name: all of it is known before any target is. */
export interface Vocabulary {
  readonly catalogue: Catalogue;
  readonly roles: Roles;
  readonly apis: readonly string[];
  /** What `each: { api: NAME }` stands for. */
  readonly apiGroups: Readonly<Record<string, readonly string[]>>;
  /** Rules of the APIs that a schema cannot say. */
  readonly rules: readonly string[];
  /** Rules of the grammars of their streams. */
  readonly streamRules: readonly string[];
}
