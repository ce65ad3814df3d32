import type { OpenAPIV3_1 } from 'openapi-types';
import { parseDocument } from 'yaml';
import { escapeSegment, isJsonObject } from '../../json/index.js';
import type { Operation } from '../api.js';

/**
 * Reads one OpenAPI 3.1 document. The contracts belong to the harness, so that a wrong one is a fault of ours.
 * @throws Error that names the file, when the text is not such a document.
 */
export function readDocument(text: string, file: string): OpenAPIV3_1.Document {
  const parsed = parseDocument(text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  const document: unknown = parsed.toJS();
  if (!isJsonObject(document)) throw new Error(`${file}: not an OpenAPI document.`);
  const { openapi, info, paths, components } = document;
  if (typeof openapi !== 'string' || !/^3\.1\.\d+$/.test(openapi))
    throw new Error(`${file}: \`openapi\` must be 3.1.x.`);
  if (!isJsonObject(info) || typeof info['title'] !== 'string' || typeof info['version'] !== 'string') {
    throw new Error(`${file}: \`info\` must have a title and a version.`);
  }
  if (!isJsonObject(paths) && !isJsonObject(components))
    throw new Error(`${file}: neither \`paths\` nor \`components\`.`);
  return document as unknown as OpenAPIV3_1.Document;
}

/**
 * JSON Pointer, as a URI fragment, to the schema of one body of an operation: `place` leads from the operation to what
 * has the content, such as `requestBody`.
 * @throws Error that names the file and the place, when there is none.
 */
export function schemaPointer(
  document: OpenAPIV3_1.Document | undefined,
  file: string,
  { method, path }: Operation,
  place: readonly string[],
): string {
  const keys = ['paths', path, method.toLowerCase(), ...place, 'content', 'application/json', 'schema'];
  if (keys.reduce<unknown>(member, document) === undefined) throw new Error(`${file}: ${keys.join(' > ')} is missing.`);
  return `#/${keys.map((key) => encodeURIComponent(escapeSegment(key))).join('/')}`;
}

function member(value: unknown, key: string): unknown {
  return isJsonObject(value) ? value[key] : undefined;
}
