import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { tokensOf } from '../../script/tokens.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { finishReasonOf, identityOf, reasoningBlock, saysNothing, toolCallsOf, usageOf } from './parts.js';
import type { ChatRequest } from './request.js';

/** An answer as OpenAI's `CreateChatCompletionStreamResponse`s, a token in each, and the end mark that follows them. */
export function* renderStream(
  answer: Answer,
  service: ModelService,
  { stream_options }: ChatRequest,
): Generator<ServerSentEvent> {
  const includeUsage = stream_options?.include_usage === true;
  const identity = identityOf('chat.completion.chunk', service);
  // Who asks for usage gets the key in every chunk (OpenAI reference, `stream_options.include_usage`).
  const chunk = (choices: readonly object[], usage: object | null = null): ServerSentEvent => ({
    data: JSON.stringify({ ...identity, choices, ...(includeUsage && { usage }) }),
  });
  const choice = (delta: object, finishReason: string | null) =>
    chunk([{ index: 0, delta, finish_reason: finishReason, logprobs: null }]);

  let role: object = { role: 'assistant' };
  for (const delta of deltasOf(answer, service)) {
    yield choice({ ...role, ...delta }, null);
    role = {};
  }
  yield choice({}, finishReasonOf(answer));
  if (includeUsage) yield chunk([], usageOf(answer));
  yield { data: '[DONE]' };
}

function* deltasOf(answer: Answer, service: ModelService): Generator<object> {
  for (const content of contentsOf(answer, service)) yield { content };
  for (const refusal of tokensOf(answer.refusal ?? '')) yield { refusal };
  for (const [index, { function: called, ...call }] of toolCallsOf(answer).entries()) {
    // Clients put the pieces of a call together by its index; id and name come once (OpenAI reference, `tool_calls`).
    yield { tool_calls: [{ index, ...call, function: { name: called.name, arguments: '' } }] };
    for (const piece of tokensOf(called.arguments)) yield { tool_calls: [{ index, function: { arguments: piece } }] };
  }
}

/**
 * The `content` of each delta. Like OpenAI, most models open with an empty one, or with none if none will follow. A model
 * that answers in blocks thinks in lists of one reasoning block, then speaks in plain strings, although the whole answer
 * has a text block: so a live workspace streamed (the tests of maximhq/bifrost's Databricks provider).
 */
function contentsOf(answer: Answer, { answersInBlocks }: ModelService): readonly (string | object | null)[] {
  const opening = answersInBlocks
    ? tokensOf(answer.reasoning).map((token) => [reasoningBlock(token)])
    : [saysNothing(answer) ? null : ''];
  return [...opening, ...tokensOf(answer.text)];
}
