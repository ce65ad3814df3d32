import type { Result } from '../problem/index.js';
import { type Roles, RolesSchema } from './schema/roles-schema.js';
import { checkShape } from './yaml/check-shape.js';
import type { YamlSource } from './yaml/yaml-source.js';

export type { Roles } from './schema/roles-schema.js';

/** Reads the vocabulary of roles: name to description. */
export function loadRoles(source: YamlSource): Result<Roles> {
  return checkShape(source, RolesSchema);
}
