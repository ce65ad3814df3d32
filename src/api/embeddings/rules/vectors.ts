import { isJsonObject, type Json } from '../../../json/index.js';
import { nameOf } from '../../describe.js';
import { countAt, isList, listAt } from '../../fields.js';
import { ofObject } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected } from '../../violation.js';
import { decodeEmbedding } from '../decode.js';
import { ofMembers, ofVectors } from './members.js';

/** Clients read the list by position, whatever the indices say (getzep/graphiti#1732). */
export const vectorsIndexed = ofMembers(({ member, position, at }) =>
  member['index'] === position
    ? []
    : [unexpected(`${at}/index`, member['index'], `${position}, its place in the list`)],
);

/** Without the request nobody knows how many there should be. */
export const vectorsCounted = ofObject((body, sent) => {
  const data = listAt(body, 'data') ?? [];
  const asked = isJsonObject(sent) ? inputsIn(sent['input']) : undefined;
  if (data.length > 0 && (asked === undefined || asked === data.length)) return [];
  return [
    unexpected(
      '/data',
      body['data'],
      asked === undefined ? 'a list of at least one embedding' : `a list of ${asked}, one for each input`,
    ),
  ];
});

/** A list of numbers is one input, in tokens. Undefined when it is no input that the API knows. */
function inputsIn(input: Json | undefined): number | undefined {
  if (typeof input === 'string') return 1;
  if (!isList(input) || input.length === 0) return undefined;
  return input.every((member) => typeof member === 'number') ? 1 : input.length;
}

export const vectorsDecoded = ofVectors((vector, { at, member }) => {
  const wrong = vector.findIndex((number) => !Number.isFinite(number));
  if (wrong === -1) return [];
  const where = isList(member['embedding']) ? `${at}/embedding/${wrong}` : `${at}/embedding`;
  return [violation(where, `holds ${vector[wrong]} as number ${wrong}`, 'finite numbers')];
});

/** The first vector says how long all are. */
export const vectorsAlike = ofObject((body) => {
  const [first] = listAt(body, 'data') ?? [];
  const decoded = decodeEmbedding(isJsonObject(first) ? first['embedding'] : undefined);
  const dimensions = decoded.ok ? decoded.vector.length : 0;
  return ofVectors((vector, { at }) => {
    if (vector.length === 0) return [violation(`${at}/embedding`, 'has length 0', 'at least 1')];
    return vector.length === dimensions || dimensions === 0
      ? []
      : [violation(`${at}/embedding`, `has length ${vector.length}`, `${dimensions}, like the first`)];
  })(body);
});

/** Requests for base64 have been answered with status 200 and zeros (published observations, 2026). */
export const vectorsNotZero = ofVectors((vector, { at }) =>
  vector.some((number) => number !== 0)
    ? []
    : [violation(`${at}/embedding`, 'is nothing but zeros', 'a vector with a direction')],
);

/** Only where the request names an encoding or a number of dimensions: the reference has a default, the gateway has not. */
export const vectorsAsAsked = ofVectors((vector, { at, member }, sent) => {
  if (!isJsonObject(sent)) return [];
  const where = `${at}/embedding`;
  const asText = typeof member['embedding'] === 'string';
  const asked = sent['encoding_format'];
  const dimensions = countAt(sent, 'dimensions');
  return [
    ...(asked === 'base64' && !asText ? [unexpected(where, member['embedding'], 'base64 text, as asked')] : []),
    ...(asked === 'float' && asText ? [unexpected(where, member['embedding'], 'a list of numbers, as asked')] : []),
    ...(dimensions === undefined || dimensions === vector.length
      ? []
      : [violation(where, `has length ${vector.length}`, `${dimensions}, as asked`)]),
  ];
});

function violation(where: string, says: string, expected: string): Violation {
  return { message: `${nameOf(where)} ${says}; expected ${expected}.`, where, expected };
}
