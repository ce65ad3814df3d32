import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Json } from '../../json/index.js';
import type { Api, Contract } from '../api.js';
import type { Violation } from '../violation.js';
import { operationSchemas, readDocument } from './document.js';
import { isSmall } from './size.js';
import { violationsOf } from './violations.js';

// A base of our own, so that a document may refer to its neighbour by file name; nothing is fetched.
const base = 'contracts:/';
const sharedFile = 'errors.yaml';

/**
 * Compiles the contract of each API, once per process.
 * `readText` gives the text of a file in `specs/contracts/` by its name.
 * @throws Error that names the file, when a contract is broken; whatever `readText` throws.
 */
export function compileContracts<Name extends string>(
  apis: Readonly<Record<Name, Pick<Api, 'contractFile' | 'contractPath'>>>,
  readText: (file: string) => string,
): Readonly<Record<Name, Contract>> {
  const entries = Object.entries<Pick<Api, 'contractFile' | 'contractPath'>>(apis);
  const files = new Set([sharedFile, ...entries.map(([, { contractFile }]) => contractFile)]);
  const documents = new Map([...files].map((file) => [file, readDocument(readText(file), file)]));
  const validators = { all: createAjv(true), first: createAjv(false) };
  for (const [file, document] of documents) {
    validators.all.addSchema(document, base + file);
    validators.first.addSchema(document, base + file);
  }
  const checkOf = (file: string, pointer: string): ((body: Json) => readonly Violation[]) => {
    const schema = { $ref: base + file + pointer };
    const all = validators.all.compile(schema);
    const first = validators.first.compile(schema);
    // Collecting every error costs memory in proportion to the body, which is a gateway's to choose.
    return (body) => violations(isSmall(body) ? all : first, body);
  };
  const contracts = entries.map(([name, { contractFile: file, contractPath }]) => {
    const document = documents.get(file);
    if (document === undefined) throw new Error(`${file}: not read.`);
    const schemas = operationSchemas(document, file, contractPath);
    return [
      name,
      {
        request: checkOf(file, schemas.request),
        success: checkOf(file, schemas.success),
        error: checkOf(file, schemas.error),
      },
    ];
  });
  return Object.fromEntries(contracts) as Record<Name, Contract>;
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
