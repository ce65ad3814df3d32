import { dataUrl, imageData } from '../images.js';
import { kindsBy, listOf, nonEmptyText, object, oneOf, type Rule, text, textOr } from '../rules.js';
import { isUnbroken } from '../seal.js';

/** What the model itself wrote can be sent back, and has ids. OpenAI refuses longer ones (databricks/unity-gateway#99). */
const itemId: Rule = (value, path) =>
  text(value, path) ?? ((value as string).length <= 64 ? undefined : `${path}: must have at most 64 characters`);
const status = oneOf('in_progress', 'completed', 'incomplete');
const written = { id: itemId, status };

const imageUrl: Rule = (value, path) => {
  if (typeof value !== 'string') return `${path}: must be a string`;
  const data = dataUrl(value);
  if (data !== undefined) return imageData(data.mediaType)(data.base64, path);
  return /^https?:\/\//.test(value) ? undefined : `${path}: must be a URL of an image, or a data URL with base64`;
};

const inputText = object({ required: { type: text, text } });
const inputParts = listOf(
  kindsBy('type', {
    input_text: inputText,
    input_image: object({
      required: { type: text },
      optional: { image_url: imageUrl, file_id: text, detail: oneOf('low', 'high', 'auto', 'original') },
    }),
    input_file: object({ required: { type: text }, open: true }),
  }),
  { least: 1 },
);
const instructionParts = listOf(kindsBy('type', { input_text: inputText }), { least: 1 });
const outputParts = listOf(
  kindsBy('type', {
    output_text: object({
      required: { type: text, text },
      optional: { annotations: listOf(object({ open: true })), logprobs: listOf(object({ open: true })) },
    }),
    refusal: object({ required: { type: text, refusal: text } }),
  }),
);

function saying(parts: Rule): Rule {
  return object({
    required: { role: text, content: textOr(parts) },
    optional: { type: oneOf('message'), phase: text, ...written },
  });
}

const message = kindsBy('role', {
  user: saying(inputParts),
  assistant: saying(outputParts),
  system: saying(instructionParts),
  developer: saying(instructionParts),
});

/** The models behind the gateway are not all OpenAI's, and others need the arguments as an object. */
const argumentsText: Rule = (value, path) => {
  try {
    const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : undefined;
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return undefined;
  } catch {
    // Not JSON: the same complaint.
  }
  return `${path}: must be the JSON text of an object`;
};

const encrypted: Rule = (value, path) =>
  typeof value === 'string' && isUnbroken(value)
    ? undefined
    : `${path}: The encrypted content could not be verified. Encrypted content could not be decrypted or parsed.`;

const kinds = kindsBy('type', {
  message,
  function_call: object({
    required: { type: text, call_id: nonEmptyText, name: nonEmptyText, arguments: argumentsText },
    optional: written,
  }),
  function_call_output: object({
    required: { type: text, call_id: nonEmptyText, output: textOr(inputParts) },
    optional: written,
  }),
  reasoning: object({
    required: {
      type: text,
      summary: listOf(kindsBy('type', { summary_text: object({ required: { type: text, text } }) })),
    },
    optional: { encrypted_content: encrypted, content: listOf(object({ open: true })), ...written },
  }),
  item_reference: object({ required: { type: text, id: text } }),
});

/** Only messages may leave their type out. */
const item: Rule = (value, path) => {
  const type = (value as { readonly type?: unknown } | null)?.type;
  return type === undefined ? message(value, path) : kinds(value, path);
};

export const input = textOr(listOf(item, { least: 1 }), nonEmptyText);
