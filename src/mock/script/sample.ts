import { flatSchema, isSchema, listOf } from './flat-schema.js';
import type { JsonSchema } from './prompt.js';
import { sampleNumber, sampleText } from './sample-scalar.js';

/** A schema that asks for more than this cannot make the simulation run out of memory. */
const mostItems = 100;

/**
 * A small value that follows a JSON Schema (2020-12): required properties only, and the first of all alternatives. It
 * does not read `pattern`, `not`, `if` and references to other documents. What requires itself without end gets null.
 */
export function sampleOf(schema: JsonSchema): unknown {
  return sample(schema, schema, []);
}

function sample(given: unknown, root: JsonSchema, way: readonly string[]): unknown {
  const flat = flatSchema(given, root, way);
  if (flat === undefined) return null;
  const { schema, references } = flat;
  if (Object.hasOwn(schema, 'const')) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  switch (typeOf(schema)) {
    case 'object':
      return objectOf(schema, root, references);
    case 'array':
      return arrayOf(schema, root, references);
    case 'string':
      return sampleText(schema);
    case 'number':
      return sampleNumber(schema, false);
    case 'integer':
      return sampleNumber(schema, true);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function objectOf(schema: JsonSchema, root: JsonSchema, references: readonly string[]): object {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  return Object.fromEntries(
    listOf(schema['required'])
      .filter((key) => typeof key === 'string')
      .map((key) => [key, sample(properties[key], root, references)]),
  );
}

function arrayOf(schema: JsonSchema, root: JsonSchema, references: readonly string[]): readonly unknown[] {
  const least = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0;
  const first = listOf(schema['prefixItems']);
  return Array.from({ length: Math.min(least, mostItems) }, (_, index) =>
    sample(first[index] ?? schema['items'], root, references),
  );
}

function typeOf({ type, properties, items }: JsonSchema): unknown {
  if (type !== undefined) return Array.isArray(type) ? type[0] : type;
  return properties !== undefined ? 'object' : items !== undefined ? 'array' : undefined;
}
