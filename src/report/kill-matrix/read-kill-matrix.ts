import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { failed, ok, type Result } from '../../problem/index.js';
import type { KillMatrix } from './kill-matrix.js';
import { killMatrixSchema } from './kill-matrix-schema.js';

let validate: ValidateFunction<KillMatrix> | undefined;

/** Reads a `prove.json`. */
export function readKillMatrix(path: string): Result<KillMatrix> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const message = `the kill matrix can't be read: ${error instanceof Error ? error.message : String(error)}`;
    return failed({ code: 'kill-matrix.unreadable', message, fix });
  }
  return parseKillMatrix(text, path);
}

/** `path` is for the problem. */
export function parseKillMatrix(text: string, path: string): Result<KillMatrix> {
  const wrong = (message: string) =>
    failed({ code: 'kill-matrix.wrong-shape', message, fix, place: { file: path, line: 1, column: 1 } });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('this kill matrix is not JSON');
  }
  // Compiled when it is needed: most runs have none to read.
  validate ??= new Ajv2020({ strict: true }).compile<KillMatrix>(killMatrixSchema as AnySchemaObject);
  if (validate(value)) return ok(value);
  const [error] = validate.errors ?? [];
  const where = error === undefined || error.instancePath === '' ? 'it' : `\`${error.instancePath}\``;
  return wrong(`this is no kill matrix: ${where} ${error?.message ?? 'is not shaped as it should be'}`);
}

const fix = 'name a prove.json as `gateway-conformance prove` writes it';
