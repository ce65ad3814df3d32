import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Static, TSchema } from 'typebox';
import { ok, type Result } from '../../problem/index.js';
import { shapeProblems } from './shape-problems.js';
import type { YamlPath, YamlSource } from './yaml-source.js';

// The schemas are our own, and a test compiles them strictly: what is left out here is a third of the start-up time.
const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
  validateSchema: false,
  code: { optimize: false },
});
const compiled = new WeakMap<TSchema, ValidateFunction>();

/** Checks a document against its schema. The problems say where, what was found and what to write. */
export function checkShape<Schema extends TSchema>(source: YamlSource, schema: Schema): Result<Static<Schema>> {
  return checkShapeAt(source, [], source.value, schema);
}

/** The same for a part of a document: `value` is what stands at `path`. */
export function checkShapeAt<Schema extends TSchema>(
  source: YamlSource,
  path: YamlPath,
  value: unknown,
  schema: Schema,
): Result<Static<Schema>> {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile(schema as AnySchemaObject);
    compiled.set(schema, validate);
  }
  if (validate(value)) return ok(value as Static<Schema>);
  return { ok: false, problems: shapeProblems(source, path, validate.errors as ErrorObject[]) };
}
