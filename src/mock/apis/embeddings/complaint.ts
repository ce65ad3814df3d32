import type { RequestBody } from '../api.js';
import { integerFrom, listOf, nonEmptyText, object, oneOf, type Rule, text } from '../rules.js';
import { mostDimensions } from './embed.js';

// OpenAI's reference of `POST /embeddings`.
const mostInputs = 2048;

const tokens = listOf(integerFrom(0), { least: 1 });

/** One text, or many, each also as tokens: what the first item is decides what the others have to be. */
const input: Rule = (value, path) => {
  if (!Array.isArray(value)) return nonEmptyText(value, path);
  const [first] = value;
  if (Number.isSafeInteger(first)) return tokens(value, path);
  return listOf(Array.isArray(first) ? tokens : nonEmptyText, { least: 1, most: mostInputs })(value, path);
};

const dimensions: Rule = (value, path) =>
  integerFrom(1)(value, path) ??
  (Number(value) <= mostDimensions ? undefined : `${path}: must be at most ${mostDimensions}`);

const request = object({
  required: { model: text, input },
  optional: { encoding_format: oneOf('float', 'base64'), dimensions, user: text },
});

export function complaintAbout(body: RequestBody): string | undefined {
  return request(body, '');
}
