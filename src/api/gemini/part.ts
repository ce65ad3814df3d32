import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import { textAt } from '../fields.js';

/** What is wrong with a part of a content. */
export interface PartFault {
  /** Empty for the part itself. */
  readonly key: string;
  readonly found: Json | undefined;
  readonly expected: string;
}

/** The kinds of data of which a part has at most one, as the API reference lists them. */
const dataKeys = [
  'text',
  'inlineData',
  'functionCall',
  'functionResponse',
  'fileData',
  'executableCode',
  'codeExecutionResult',
];

/** The first fault of a part. Data of a kind that nobody has described yet is left alone. */
export function partFault(part: Json): PartFault | undefined {
  if (!isJsonObject(part)) return { key: '', found: part, expected: 'an object' };
  if (Object.keys(part).length === 0) return { key: '', found: part, expected: 'an object with something in it' };
  const [wrong] = checks.flatMap(([key, expected, holds]) => {
    const found = part[key] ?? null;
    return found === null || holds(found) ? [] : [{ key, found, expected }];
  });
  if (wrong !== undefined) return wrong;
  const [first, second] = dataKeys.filter((key) => (part[key] ?? null) !== null);
  return second === undefined
    ? undefined
    : { key: second, found: part[second], expected: `missing, because the part has \`${first}\`` };
}

/** The function calls among the parts, each with its position. */
export function functionCallsIn(
  parts: readonly Json[],
): readonly { readonly call: JsonObject; readonly position: number }[] {
  return parts.flatMap((part, position) => {
    const call = isJsonObject(part) ? part['functionCall'] : undefined;
    return isJsonObject(call) ? [{ call, position }] : [];
  });
}

const checks: readonly (readonly [key: string, expected: string, holds: (value: Json) => boolean])[] = [
  ['text', 'a string', (value) => typeof value === 'string'],
  ['thought', 'true or false', (value) => typeof value === 'boolean'],
  // Opaque, and refused in the next turn when it is not there as it was given.
  ['thoughtSignature', 'a non-empty string', (value) => typeof value === 'string' && value !== ''],
  ['functionCall', 'an object', isJsonObject],
  ['inlineData', 'an object with a `mimeType` and `data`', isBlob],
];

function isBlob(value: Json): boolean {
  return isJsonObject(value) && Boolean(textAt(value, 'mimeType')) && Boolean(textAt(value, 'data'));
}
