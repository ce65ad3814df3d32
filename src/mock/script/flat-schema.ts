import type { JsonSchema } from './prompt.js';

/** A schema that says everything itself. */
export interface FlatSchema {
  readonly schema: JsonSchema;
  /** The references that lead here, this schema's own included. */
  readonly references: readonly string[];
}

/**
 * Puts together what a schema refers to, all of `allOf`, and the first branch of `anyOf` and `oneOf` that does not lead
 * back to where it came from. Undefined when no way leads out of that circle.
 */
export function flatSchema(schema: unknown, root: JsonSchema, references: readonly string[]): FlatSchema | undefined {
  if (!isSchema(schema)) return { schema: {}, references };
  const { $ref: reference, allOf, anyOf, oneOf, ...own } = schema;
  if (typeof reference === 'string' && references.includes(reference)) return undefined;
  const way = typeof reference === 'string' ? [...references, reference] : references;
  const follow = (part: unknown) => flatSchema(part, root, way);
  const parts = [
    ...(typeof reference === 'string' ? [follow(resolve(root, reference))] : []),
    ...listOf(allOf).map(follow),
    ...[anyOf, oneOf].filter(Array.isArray).map((branches) => firstOf(branches, follow)),
  ];
  return parts.reduce<FlatSchema | undefined>(
    (whole, part) =>
      whole &&
      part && { schema: merge(whole.schema, part.schema), references: [...whole.references, ...part.references] },
    { schema: own, references: way },
  );
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function firstOf(branches: readonly unknown[], follow: (part: unknown) => FlatSchema | undefined) {
  for (const branch of branches) {
    const flat = follow(branch);
    if (flat !== undefined) return flat;
  }
  return undefined;
}

function merge(a: JsonSchema, b: JsonSchema): JsonSchema {
  const properties = { ...objectIn(a, 'properties'), ...objectIn(b, 'properties') };
  const required = [...new Set([...listOf(a['required']), ...listOf(b['required'])])];
  return { ...a, ...b, ...(Object.keys(properties).length > 0 && { properties }), required };
}

function objectIn(schema: JsonSchema, key: string): JsonSchema {
  const value = schema[key];
  return isSchema(value) ? value : {};
}

/** A reference within the schema: `#`, or `#/` and a JSON Pointer (RFC 6901). */
function resolve(root: JsonSchema, reference: string): unknown {
  const [document, ...path] = reference.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (document !== '#') return undefined;
  return path.reduce<unknown>((value, key) => (isSchema(value) ? value[key] : undefined), root);
}
