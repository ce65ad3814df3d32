import type { RequestBody } from '../api.js';
import {
  anything,
  flag,
  integerFrom,
  kindsBy,
  listOf,
  nonEmptyText,
  numberWithin,
  object,
  oneOf,
  type Rule,
  text,
  textOr,
} from '../rules.js';

const textPart = object({ required: { type: text, text }, open: true });
const otherPart = object({ required: { type: text }, open: true });

const textParts = listOf(kindsBy('type', { text: textPart }), { least: 1 });
const userParts = listOf(
  kindsBy('type', { text: textPart, image_url: otherPart, input_audio: otherPart, file: otherPart }),
  {
    least: 1,
  },
);
// Clients send answers back as they came, and some models answer with a reasoning block.
const assistantParts = listOf(kindsBy('type', { text: textPart, refusal: otherPart, reasoning: otherPart }), {
  least: 1,
});

function message(content: Rule, more: Readonly<Record<string, Rule>> = {}): Rule {
  return object({ required: { role: text, content, ...more }, open: true });
}

const messages = listOf(
  kindsBy('role', {
    system: message(textOr(textParts)),
    developer: message(textOr(textParts)),
    user: message(textOr(userParts)),
    assistant: object({
      required: { role: text },
      optional: { content: textOr(assistantParts), tool_calls: listOf(anything) },
      open: true,
    }),
    tool: message(textOr(textParts), { tool_call_id: nonEmptyText }),
  }),
  { least: 1 },
);

// Ranges: OpenAI's reference of `POST /chat/completions`. Not all of its parameters: hosted models refuse the rest.
const request = object({
  required: { model: text, messages },
  optional: {
    max_tokens: integerFrom(1),
    max_completion_tokens: integerFrom(1),
    temperature: numberWithin(0, 2),
    top_p: numberWithin(0, 1),
    top_k: integerFrom(0),
    n: oneOf(1),
    stop: textOr(listOf(nonEmptyText, { least: 1, most: 4 }), nonEmptyText),
    presence_penalty: numberWithin(-2, 2),
    frequency_penalty: numberWithin(-2, 2),
    seed: integerFrom(Number.MIN_SAFE_INTEGER),
    user: text,
    stream: flag,
    stream_options: object({ optional: { include_usage: flag, include_obfuscation: flag } }),
    tools: listOf(object({ required: { type: text }, open: true })),
    tool_choice: anything,
    parallel_tool_calls: flag,
    response_format: kindsBy('type', {
      text: object({ required: { type: text } }),
      json_object: object({ required: { type: text } }),
      json_schema: object({ required: { type: text, json_schema: object({ open: true }) } }),
    }),
    logprobs: flag,
    top_logprobs: integerFrom(0),
    reasoning_effort: oneOf('none', 'minimal', 'low', 'medium', 'high'),
  },
});

export function complaintAbout(body: RequestBody): string | undefined {
  const complaint = request(body, '');
  if (complaint !== undefined) return complaint;
  if (isSet(body['max_tokens']) && isSet(body['max_completion_tokens'])) {
    return 'max_tokens: may not be set together with max_completion_tokens';
  }
  if (isSet(body['stream_options']) && body['stream'] !== true) {
    return 'stream_options: may only be set when stream is true';
  }
  if (isSet(body['tool_choice']) && !isSet(body['tools'])) return 'tool_choice: may only be set together with tools';
  return undefined;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
