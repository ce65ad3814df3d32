import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Json } from '../../json/index.js';
import type { Api, Contract, Operation, ResponseContract } from '../api.js';
import type { Violation } from '../violation.js';
import { readDocument, schemaPointer } from './document.js';
import { isSmall } from './size.js';
import { violationsOf } from './violations.js';

// A base of our own, so that a document may refer to its neighbour by file name; nothing is fetched.
const base = 'contracts:/';
const sharedFile = 'errors.yaml';

type Described = Pick<Api, 'contractFile' | 'contractPath' | 'operations'>;
type Check = (body: Json) => readonly Violation[];

/**
 * The contract of each API; names of one dialect share what is compiled, each schema once, when it is first needed.
 * `readText` gives the text of a file in `specs/contracts/` by its name.
 * @throws Error that names the file, when a document is broken or lacks an operation; whatever `readText` throws. A
 * schema that Ajv refuses is thrown by the first check of it.
 */
export function compileContracts<Name extends string>(
  apis: Readonly<Record<Name, Described>>,
  readText: (file: string) => string,
): Readonly<Record<Name, Contract>> {
  const entries = Object.entries<Described>(apis);
  const files = new Set([sharedFile, ...entries.map(([, { contractFile }]) => contractFile)]);
  const documents = new Map([...files].map((file) => [file, readDocument(readText(file), file)]));
  const checkOf = createChecks(documents);
  const contracts = entries.map(([name, { contractFile: file, contractPath: path, operations = [] }]) => {
    const check = (operation: Operation, ...place: readonly string[]): Check =>
      checkOf(file, schemaPointer(documents.get(file), file, operation, place));
    const responses = (operation: Operation): ResponseContract => ({
      success: check(operation, 'responses', '200'),
      error: check(operation, 'responses', 'default'),
    });
    const call: Operation = { method: 'POST', path };
    return [
      name,
      {
        request: check(call, 'requestBody'),
        ...responses(call),
        operations: operations.map((operation) => ({ ...operation, ...responses(operation) })),
      },
    ];
  });
  return Object.fromEntries(contracts) as Record<Name, Contract>;
}

/** Gives the check of a schema by file and pointer, compiled when the first body is held against it. */
function createChecks(documents: ReadonlyMap<string, object>): (file: string, pointer: string) => Check {
  const validators = { all: createAjv(true), first: createAjv(false) };
  for (const [file, document] of documents) {
    validators.all.addSchema(document, base + file);
    validators.first.addSchema(document, base + file);
  }
  const checks = new Map<string, Check>();
  return (file, pointer) => {
    const $ref = base + file + pointer;
    const known = checks.get($ref);
    if (known !== undefined) return known;
    // A run that asks a few APIs must not wait for the schemas of all.
    const all = once(() => validators.all.compile({ $ref }));
    const first = once(() => validators.first.compile({ $ref }));
    // Collecting every error costs memory in proportion to the body, which is a gateway's to choose.
    const check: Check = (body) => violations(isSmall(body) ? all() : first(), body);
    checks.set($ref, check);
    return check;
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function violations(validate: ValidateFunction, body: Json): readonly Violation[] {
  return validate(body) ? [] : violationsOf(validate.errors ?? []);
}

function createAjv(allErrors: boolean): Ajv2020 {
  // Unknown keywords stay errors. The other two would forbid a branch that names a property which its parent describes.
  const ajv = new Ajv2020({ allErrors, verbose: true, strict: true, strictTypes: false, strictRequired: false });
  // Ajv is handed whole documents, so that their references work, and finds these at the root.
  ajv.addVocabulary(['openapi', 'info', 'paths', 'components']);
  return ajv;
}
