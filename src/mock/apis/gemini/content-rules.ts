import { imageData } from '../images.js';
import { flag, listOf, nonEmptyText, object, oneOf, type Rule, text } from '../rules.js';
import { isUnbroken } from '../seal.js';

const anyObject = object({ open: true });

const signature: Rule = (value, path) =>
  typeof value === 'string' && isUnbroken(value) ? undefined : `${path}: Corrupted thought signature.`;

const inlineData: Rule = (value, path) => {
  const complaint = object({ required: { mimeType: nonEmptyText, data: nonEmptyText } })(value, path);
  if (complaint !== undefined) return complaint;
  const { mimeType, data } = value as { readonly mimeType: string; readonly data: string };
  return mimeType.startsWith('image/') ? imageData(mimeType)(data, `${path}.data`) : undefined;
};

/** The kinds of data of which a part holds one. */
const data: Readonly<Record<string, Rule>> = {
  text,
  inlineData,
  fileData: anyObject,
  functionCall: object({ required: { name: nonEmptyText }, optional: { args: anyObject, id: text } }),
  functionResponse: object({ required: { name: nonEmptyText, response: anyObject }, optional: { id: text } }),
  executableCode: anyObject,
  codeExecutionResult: anyObject,
};

const part: Rule = (value, path) => {
  const complaint = object({ optional: { ...data, thought: flag, thoughtSignature: signature } })(value, path);
  if (complaint !== undefined) return complaint;
  const held = Object.entries(value as object).filter(([key, item]) => Object.hasOwn(data, key) && item !== null);
  return held.length === 1 ? undefined : `${path}: must have exactly one of ${Object.keys(data).join(', ')}`;
};

const parts = listOf(part, { least: 1 });
const content = object({ required: { parts }, optional: { role: oneOf('user', 'model', 'function') } });

export const contents = listOf(content, { least: 1 });

export const systemInstruction = object({
  required: { parts: listOf(object({ required: { text } }), { least: 1 }) },
  optional: { role: text },
});
