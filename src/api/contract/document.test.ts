import type { OpenAPIV3_1 } from 'openapi-types';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../json/index.js';
import { apis } from '../apis.js';
import { compileContracts } from '../compile-contracts.js';
import { contractText } from '../testing/bodies.js';
import { compileContracts as compileContractsOf } from './compile.js';
import { operationSchemas, readDocument } from './document.js';

const files = ['chat.yaml', 'messages.yaml', 'errors.yaml'];
const documents = new Map(files.map((file) => [file, readDocument(contractText(file), file)]));
const contracts = compileContracts(contractText);
const every = Object.values(apis);

const documentOf = (file: string): OpenAPIV3_1.Document => documents.get(file) as OpenAPIV3_1.Document;

describe.each(files)('%s', (file) => {
  it('has no `nullable` and no lone `example` in a schema: OpenAPI 3.1 gave them up', () => {
    const schemas = documentOf(file).components?.schemas ?? {};
    expect(keysIn(schemas as unknown as Json).filter((key) => key === 'nullable' || key === 'example')).toEqual([]);
  });

  it('refers only to schemas that there are', () => {
    for (const reference of referencesIn(documentOf(file) as unknown as Json)) {
      const [other, pointer = ''] = reference.split('#');
      const found = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((value, key) => (isJsonObject(value) ? value[key] : undefined), documentOf(other || file));
      expect(found, reference).toBeDefined();
    }
  });
});

describe.each(every)('the document of $name', ({ name, contractFile, contractPath, encode }) => {
  const operation = documentOf(contractFile).paths?.[contractPath]?.post;

  it('describes the path and the method to which the adapter sends', () => {
    expect(encode({ model: 'm', messages: [], maxTokens: 1 })).toMatchObject({ method: 'POST', path: contractPath });
    expect(operation).toBeDefined();
  });

  it('gives every response a description', () => {
    const responses = Object.entries(operation?.responses ?? {});
    expect(responses.map(([status]) => status)).toEqual(['200', 'default']);
    expect(responses.every(([, response]) => 'description' in response && response.description !== '')).toBe(true);
  });

  it('has examples that keep it', () => {
    const media = (part: unknown) =>
      Object.values((part as OpenAPIV3_1.RequestBodyObject).content['application/json']?.examples ?? {});
    const values = (part: unknown) =>
      media(part).map((example) => (example as OpenAPIV3_1.ExampleObject).value as Json);
    const checked = [
      ...values(operation?.requestBody).map(contracts[name].request),
      ...values(operation?.responses?.['200']).map(contracts[name].success),
      ...values(operation?.responses?.['default']).map(contracts[name].error),
    ];
    expect(checked.length).toBeGreaterThanOrEqual(3);
    expect(checked.flat()).toEqual([]);
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
    expect(() => operationSchemas(readDocument(`${head}paths: {}\n`, 'broken.yaml'), 'broken.yaml', '/a')).toThrow(
      'broken.yaml: paths > /a > post > requestBody > content > application/json > schema is missing.',
    );
  });

  it('is refused when a schema has a keyword that does not exist', () => {
    const misspelt = contractText('chat.yaml').replace('minItems: 1', 'minimumItems: 1');
    const readText = (file: string) => (file === 'chat.yaml' ? misspelt : contractText(file));
    expect(() => compileContractsOf({ chat: apis.chat }, readText)).toThrow('minimumItems');
  });
});

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
