import type { OpenAPIV3_1 } from 'openapi-types';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, segmentsOf } from '../../json/index.js';
import { apis } from '../apis.js';
import { compileContracts } from '../compile-contracts.js';
import { contractText } from '../testing/bodies.js';
import { compileContracts as compileContractsOf } from './compile.js';
import { readDocument, schemaPointer } from './document.js';

const every = Object.values(apis);
const files = [...new Set(['errors.yaml', ...every.map(({ contractFile }) => contractFile)])];
const documents = new Map(files.map((file) => [file, readDocument(contractText(file), file)]));
const contracts = compileContracts(contractText);

const documentOf = (file: string): OpenAPIV3_1.Document => documents.get(file) as OpenAPIV3_1.Document;

describe.each(files)('%s', (file) => {
  it('has no `nullable` and no lone `example` in a schema: OpenAPI 3.1 gave them up', () => {
    const schemas = documentOf(file).components?.schemas ?? {};
    expect(keysIn(schemas as unknown as Json).filter((key) => key === 'nullable' || key === 'example')).toEqual([]);
  });

  it('refers only to schemas that there are', () => {
    for (const reference of referencesIn(documentOf(file) as unknown as Json)) {
      const [other, pointer = ''] = reference.split('#');
      const found = segmentsOf(pointer).reduce<unknown>(
        (value, key) => (isJsonObject(value) ? value[key] : undefined),
        documentOf(other || file),
      );
      expect(found, reference).toBeDefined();
    }
  });
});

describe.each(every)('the document of $name', ({ name, contractFile, contractPath, encode }) => {
  const { paths = {} } = documentOf(contractFile);
  const operation = paths[contractPath]?.post;

  it('describes the path and the method to which the adapter sends', () => {
    const { method, path } = encode({ model: 'm', messages: [], maxTokens: 1 });
    expect(method).toBe('POST');
    const described = Object.entries(paths).find(([template]) => template.replace('{model}', 'm') === path)?.[1];
    // The other paths of a dialect refer to the first.
    const { $ref } = described ?? {};
    expect($ref === undefined ? described?.post : segmentsOf($ref.slice(1))).toEqual(
      $ref === undefined ? operation : ['paths', contractPath],
    );
    expect(operation).toBeDefined();
  });

  it('gives every response a description', () => {
    expect(statusesOf(operation)).toEqual(['200', 'default']);
  });

  it('has examples that keep it', () => {
    const { request, success, error } = contracts[name];
    const checked = [
      ...examplesOf(operation?.requestBody).map(request),
      ...examplesOf(operation?.responses?.['200']).map(success),
      ...examplesOf(operation?.responses?.['default']).map(error),
    ];
    expect(checked.length).toBeGreaterThanOrEqual(3);
    expect(checked.flat()).toEqual([]);
  });
});

const operations = every.flatMap(({ name }) => contracts[name].operations.map((each) => ({ name, ...each })));

describe.each(operations)('$method $path of $name', ({ name, method, path, success, error }) => {
  const operation = documentOf(apis[name].contractFile).paths?.[path]?.[method.toLowerCase() as 'get'];

  it('is described with examples that keep it', () => {
    expect(statusesOf(operation)).toEqual(['200', 'default']);
    const checked = [
      ...examplesOf(operation?.responses?.['200']).map(success),
      ...examplesOf(operation?.responses?.['default']).map(error),
    ];
    expect(checked.length).toBeGreaterThanOrEqual(2);
    expect(checked.flat()).toEqual([]);
  });
});

describe('compiling', () => {
  it('reads each file once and compiles each schema once, however many names its dialect has', () => {
    const read: string[] = [];
    const compiled = compileContracts((file) => {
      read.push(file);
      return contractText(file);
    });
    expect(read.toSorted()).toEqual(files.toSorted());
    const { request, success, error } = compiled.chat;
    expect(compiled['chat-openai']).toEqual({ request, success, error, operations: [] });
    expect(compiled['chat-cursor'].success).toBe(success);
  });
});

describe('a broken contract', () => {
  const head = 'openapi: 3.1.0\ninfo: { title: t, version: "1" }\n';

  it.each([
    ['text that is no YAML', 'a: [', /^broken\.yaml: /],
    ['another kind of document', '- a', /^broken\.yaml: not an OpenAPI document/],
    ['another version', 'openapi: 3.0.3', /^broken\.yaml: `openapi` must be 3\.1\.x/],
    ['no title', 'openapi: 3.1.0', /^broken\.yaml: `info` must have/],
    ['nothing to describe', head, /^broken\.yaml: neither `paths` nor `components`/],
  ])('is refused by name: %s', (_title, text, error) => {
    expect(() => readDocument(text, 'broken.yaml')).toThrow(error);
  });

  it('is refused when it lacks the operation', () => {
    const document = readDocument(`${head}paths: {}\n`, 'broken.yaml');
    expect(() => schemaPointer(document, 'broken.yaml', { method: 'POST', path: '/a' }, ['requestBody'])).toThrow(
      'broken.yaml: paths > /a > post > requestBody > content > application/json > schema is missing.',
    );
  });

  it('is refused when a body is held against a schema with a keyword that does not exist', () => {
    const misspelt = contractText('chat.yaml').replace('minItems: 1', 'minimumItems: 1');
    const readText = (file: string) => (file === 'chat.yaml' ? misspelt : contractText(file));
    const { chat } = compileContractsOf({ chat: apis.chat }, readText);
    expect(() => chat.request({})).toThrow('minimumItems');
  });

  it.each(Object.values(apis).map(({ name }) => name))('is none of the own ones: %s', (name) => {
    const { request, success, error, operations } = compileContractsOf(apis, contractText)[name];
    const checks = [request, success, error, ...operations.flatMap((each) => [each.success, each.error])];
    for (const check of checks) expect(check(0), name).not.toEqual([]);
  });
});

function statusesOf(operation: OpenAPIV3_1.OperationObject | undefined): readonly string[] {
  const responses = Object.entries(operation?.responses ?? {});
  return responses
    .filter(([, response]) => 'description' in response && response.description !== '')
    .map(([status]) => status);
}

function examplesOf(part: unknown): readonly Json[] {
  const { examples = {} } = (part as OpenAPIV3_1.RequestBodyObject | undefined)?.content['application/json'] ?? {};
  return Object.values(examples).map((example) => (example as OpenAPIV3_1.ExampleObject).value as Json);
}

function keysIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...keysIn(member as Json)]);
}

function referencesIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' ? [String(member)] : referencesIn(member as Json),
  );
}
