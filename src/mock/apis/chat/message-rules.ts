import { dataUrl, imageData } from '../images.js';
import { kindsBy, listOf, nonEmptyText, object, oneOf, type Rule, text, textOr } from '../rules.js';

const textPart = object({ required: { type: text, text }, open: true });
const otherPart = object({ required: { type: text }, open: true });

const imageUrl: Rule = (value, path) => {
  if (typeof value !== 'string') return text(value, path);
  const data = dataUrl(value);
  if (data !== undefined) return imageData(data.mediaType)(data.base64, path);
  return /^https?:\/\/./.test(value) ? undefined : `${path}: must be a URL, or an image as a data URL with base64`;
};

const imagePart = object({
  required: { type: text, image_url: object({ required: { url: imageUrl }, optional: { detail: text } }) },
});

const textParts = listOf(kindsBy('type', { text: textPart }), { least: 1 });
const userParts = listOf(
  kindsBy('type', { text: textPart, image_url: imagePart, input_audio: otherPart, file: otherPart }),
  { least: 1 },
);
// Clients send answers back as they came, and some models answer with a reasoning block.
const assistantParts = listOf(kindsBy('type', { text: textPart, refusal: otherPart, reasoning: otherPart }), {
  least: 1,
});

const jsonObject: Rule = (value, path) => {
  const complaint = `${path}: must be the JSON text of an object`;
  if (typeof value !== 'string') return complaint;
  try {
    const decoded: unknown = JSON.parse(value);
    return object({ open: true })(decoded, path) === undefined ? undefined : complaint;
  } catch {
    return complaint;
  }
};

const toolCall = object({
  required: {
    id: nonEmptyText,
    type: oneOf('function'),
    function: object({ required: { name: nonEmptyText, arguments: jsonObject }, open: true }),
  },
  open: true,
});

function message(content: Rule, more: Readonly<Record<string, Rule>> = {}): Rule {
  return object({ required: { role: text, content, ...more }, open: true });
}

export const messages = listOf(
  kindsBy('role', {
    system: message(textOr(textParts)),
    developer: message(textOr(textParts)),
    user: message(textOr(userParts)),
    assistant: object({
      required: { role: text },
      optional: { content: textOr(assistantParts), refusal: text, tool_calls: listOf(toolCall) },
      open: true,
    }),
    tool: message(textOr(textParts), { tool_call_id: nonEmptyText }),
  }),
  { least: 1 },
);
