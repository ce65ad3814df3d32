import { parse } from 'yaml';
import { isJsonObject, type Json } from '../../src/json/index.js';
import { type ContractField, contractFields } from './contract-fields.js';

/** What a page tells of a contract. */
export interface ContractSummary {
  readonly title: string;
  /** Markdown, several paragraphs. */
  readonly description: string;
  readonly request: readonly ContractField[];
  readonly success: readonly ContractField[];
}

/** @throws Error when a part that every contract has is missing. */
export function summariseContract(text: string, path: string): ContractSummary {
  const document: unknown = parse(text);
  if (!isJsonObject(document)) throw new Error('The contract is no mapping.');
  const at = (...keys: readonly string[]): Json => {
    const found = keys.reduce<Json | undefined>(
      (value, key) => (isJsonObject(value) ? value[key] : undefined),
      document,
    );
    if (found === undefined) throw new Error(`The contract lacks ${keys.join(' > ')}.`);
    return found;
  };
  const schemaOf = (...place: readonly string[]) =>
    at('paths', path, 'post', ...place, 'content', 'application/json', 'schema');
  return {
    title: String(at('info', 'title')),
    description: String(at('info', 'description')).trim(),
    request: contractFields(document, schemaOf('requestBody')),
    success: contractFields(document, schemaOf('responses', '200')),
  };
}
