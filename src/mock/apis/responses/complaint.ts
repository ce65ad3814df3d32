import type { RequestBody } from '../api.js';
import {
  anything,
  flag,
  integerFrom,
  kindsBy,
  listOf,
  numberWithin,
  object,
  oneOf,
  type Rule,
  text,
} from '../rules.js';
import { objectSchema, repeatedIn, toolName } from '../tool-rules.js';
import { callComplaint } from './call-complaint.js';
import { input } from './input-rules.js';
import type { ResponsesRequest } from './request.js';
import { toolChoice, toolChoiceComplaint, tools } from './tool-rules.js';

const bare = object({ required: { type: text } });
const format = kindsBy('type', {
  text: bare,
  json_object: bare,
  json_schema: object({
    required: { type: text, name: toolName(64), schema: objectSchema },
    optional: { description: text, strict: flag },
  }),
});

/** Texts by name: 16 at most. */
const metadata: Rule = (value, path) => {
  const complaint = object({ open: true })(value, path);
  if (complaint !== undefined) return complaint;
  const entries = Object.entries(value as object);
  if (entries.length > 16) return `${path}: must have at most 16 keys`;
  const wrong = entries.find(([, item]) => typeof item !== 'string');
  return wrong && `${path}.${wrong[0]}: must be a string`;
};

// Ranges: OpenAI's reference of `POST /responses`, and the Open Responses specification for the penalties.
const request = object({
  required: { model: text },
  optional: {
    input,
    instructions: text,
    // The reference names no bound; the API has one (earendil-works/pi#6265).
    max_output_tokens: integerFrom(16),
    max_tool_calls: integerFrom(1),
    temperature: numberWithin(0, 2),
    top_p: numberWithin(0, 1),
    presence_penalty: numberWithin(-2, 2),
    frequency_penalty: numberWithin(-2, 2),
    top_logprobs: numberWithin(0, 20),
    truncation: oneOf('auto', 'disabled'),
    tools,
    tool_choice: toolChoice,
    parallel_tool_calls: flag,
    text: object({ optional: { format, verbosity: oneOf('low', 'medium', 'high') } }),
    reasoning: object({
      optional: {
        effort: oneOf('none', 'minimal', 'low', 'medium', 'high', 'xhigh'),
        summary: oneOf('auto', 'concise', 'detailed'),
      },
    }),
    include: listOf(
      oneOf(
        'code_interpreter_call.outputs',
        'computer_call_output.output.image_url',
        'file_search_call.results',
        'message.input_image.image_url',
        'message.output_text.logprobs',
        'reasoning.encrypted_content',
        'web_search_call.action.sources',
        'web_search_call.results',
      ),
    ),
    stream: flag,
    stream_options: object({ optional: { include_obfuscation: flag } }),
    store: flag,
    background: flag,
    previous_response_id: text,
    conversation: anything,
    prompt: anything,
    metadata,
    service_tier: oneOf('auto', 'default', 'flex', 'scale', 'priority'),
    safety_identifier: text,
    prompt_cache_key: text,
    prompt_cache_retention: oneOf('in_memory', '24h'),
    user: text,
  },
});

export function complaintAbout(body: RequestBody): string | undefined {
  const complaint = request(body, '');
  if (complaint !== undefined) return complaint;
  const correct = body as unknown as ResponsesRequest;
  return (
    inputComplaint(body) ??
    streamOptionsComplaint(correct) ??
    toolNameComplaint(correct) ??
    toolChoiceComplaint(correct) ??
    callComplaint(correct)
  );
}

function inputComplaint(body: RequestBody): string | undefined {
  const sources = ['input', 'previous_response_id', 'prompt', 'conversation'];
  const given = sources.some((source) => body[source] !== undefined && body[source] !== null);
  return given ? undefined : `input: one of ${sources.join(', ')} must be provided`;
}

function streamOptionsComplaint({ stream, stream_options }: ResponsesRequest): string | undefined {
  if ((stream_options ?? null) === null || stream === true) return undefined;
  return 'stream_options: may only be set when stream is true';
}

function toolNameComplaint({ tools }: ResponsesRequest): string | undefined {
  const repeated = repeatedIn((tools ?? []).flatMap(({ name }) => name ?? []));
  return repeated === undefined ? undefined : `tools: the name '${repeated}' stands there twice`;
}
