import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { idOf, itemsOf, type OutputItem } from './items.js';
import type { RequestedTool, ResponsesRequest } from './request.js';

/** An answer as a response object, with all fields of the Open Responses specification, which are more than OpenAI's. */
export function render(answer: Answer, service: ModelService, request: ResponsesRequest): object {
  return finished(begun(service, request), answer, itemsOf(answer, request));
}

/** The response before the model has written anything. */
export function begun({ servedModel }: ModelService, request: ResponsesRequest) {
  return {
    id: idOf('resp'),
    object: 'response',
    created_at: now(),
    completed_at: null,
    status: 'in_progress',
    incomplete_details: null,
    error: null,
    model: servedModel,
    output: [],
    usage: null,
    background: false,
    store: false,
    previous_response_id: null,
    service_tier: 'default',
    ...settingsOf(request),
  };
}

/** What the request has set, or what holds when it does not. */
function settingsOf(request: ResponsesRequest) {
  return {
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    max_tool_calls: request.max_tool_calls ?? null,
    tools: (request.tools ?? []).map(toolOf),
    tool_choice: request.tool_choice ?? 'auto',
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    text: { format: request.text?.format ?? { type: 'text' }, verbosity: request.text?.verbosity ?? 'medium' },
    reasoning: { effort: request.reasoning?.effort ?? null, summary: request.reasoning?.summary ?? null },
    temperature: request.temperature ?? 1,
    top_p: request.top_p ?? 1,
    presence_penalty: request.presence_penalty ?? 0,
    frequency_penalty: request.frequency_penalty ?? 0,
    top_logprobs: 0,
    truncation: request.truncation ?? 'disabled',
    metadata: request.metadata ?? {},
    safety_identifier: request.safety_identifier ?? null,
    prompt_cache_key: request.prompt_cache_key ?? null,
  };
}

function toolOf({ name, description, parameters, strict }: RequestedTool): object {
  return {
    type: 'function',
    name,
    description: description ?? null,
    parameters: parameters ?? null,
    strict: strict ?? null,
  };
}

/** The response once its items are written. */
export function finished(response: ReturnType<typeof begun>, answer: Answer, output: readonly OutputItem[]) {
  const cut = answer.finish.reason === 'length';
  return {
    ...response,
    status: cut ? ('incomplete' as const) : ('completed' as const),
    completed_at: cut ? null : now(),
    incomplete_details: cut ? { reason: 'max_output_tokens' } : null,
    output,
    usage: usageOf(answer),
  };
}

function usageOf({ promptTokens, answerTokens, reasoningTokens }: Answer): object {
  return {
    input_tokens: promptTokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: answerTokens,
    output_tokens_details: { reasoning_tokens: reasoningTokens },
    total_tokens: promptTokens + answerTokens,
  };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
