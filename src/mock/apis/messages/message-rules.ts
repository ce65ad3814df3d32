import { imageData } from '../images.js';
import { anything, flag, kindsBy, listOf, object, type Rule, text, textOr, wording } from '../rules.js';
import { seal } from '../seal.js';

const cached = { cache_control: object({ open: true }) };

export const textBlock = object({
  required: { type: text, text: wording },
  optional: { ...cached, citations: anything },
});
const otherBlock = object({ required: { type: text }, open: true });

const base64Source: Rule = (value, path) => {
  const { media_type } = value as { readonly media_type?: unknown };
  return object({ required: { type: text, media_type: text, data: imageData(media_type) } })(value, path);
};

const imageBlock = object({
  required: {
    type: text,
    source: kindsBy('type', {
      base64: base64Source,
      url: object({ required: { type: text, url: text } }),
      file: otherBlock,
    }),
  },
  optional: cached,
});

const identifier: Rule = (value, path) =>
  typeof value === 'string' && /^[a-zA-Z0-9_-]+$/.test(value)
    ? undefined
    : `${path}: String should match pattern '^[a-zA-Z0-9_-]+$'`;

const toolResult = object({
  required: { type: text, tool_use_id: identifier },
  optional: {
    ...cached,
    is_error: flag,
    content: textOr(listOf(kindsBy('type', { text: textBlock, image: imageBlock, document: otherBlock }))),
  },
});

const toolUse = object({
  required: { type: text, id: identifier, name: wording, input: object({ open: true }) },
  optional: { ...cached, caller: anything },
});

/** Clients send thoughts back, and the provider refuses those that are not its own (lbjlaq/Antigravity-Manager#498). */
const thinkingBlock: Rule = (value, path) => {
  const complaint = object({ required: { type: text, thinking: text, signature: text } })(value, path);
  if (complaint !== undefined) return complaint;
  const { thinking, signature } = value as { readonly thinking: string; readonly signature: string };
  return signature === seal(thinking) ? undefined : `${path}: Invalid \`signature\` in \`thinking\` block`;
};

const userBlocks = listOf(
  kindsBy('type', { text: textBlock, image: imageBlock, document: otherBlock, tool_result: toolResult }),
  { least: 1 },
);
const assistantBlocks = listOf(
  kindsBy('type', { text: textBlock, tool_use: toolUse, thinking: thinkingBlock, redacted_thinking: otherBlock }),
);

export const messages = listOf(
  kindsBy('role', {
    user: object({ required: { role: text, content: textOr(userBlocks, wording) } }),
    assistant: object({ required: { role: text, content: textOr(assistantBlocks, text) } }),
  }),
  { least: 1 },
);
