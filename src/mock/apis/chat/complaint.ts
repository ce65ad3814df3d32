import type { RequestBody } from '../api.js';
import {
  flag,
  integerFrom,
  kindsBy,
  listOf,
  nonEmptyText,
  numberWithin,
  object,
  oneOf,
  text,
  textOr,
} from '../rules.js';
import { messages } from './message-rules.js';
import type { ChatRequest } from './request.js';
import { jsonSchema, toolChoice, tools, toolsComplaint } from './tool-rules.js';
import { toolTurnsComplaint } from './tool-turns.js';

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
    tools,
    tool_choice: toolChoice,
    parallel_tool_calls: flag,
    response_format: kindsBy('type', {
      text: object({ required: { type: text } }),
      json_object: object({ required: { type: text } }),
      json_schema: object({ required: { type: text, json_schema: jsonSchema } }),
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
  // From here on each part is known to be well-formed.
  const wellFormed = body as unknown as ChatRequest;
  return toolsComplaint(wellFormed) ?? toolTurnsComplaint(wellFormed.messages);
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
