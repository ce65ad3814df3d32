import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { tokensOf } from '../../script/tokens.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { finishReasonOf, identityOf, reasoningBlock, usageOf } from './parts.js';
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

  for (const [index, content] of contentsOf(answer, service).entries()) {
    yield choice(index === 0 ? { role: 'assistant', content } : { content }, null);
  }
  yield choice({}, finishReasonOf(answer));
  if (includeUsage) yield chunk([], usageOf(answer));
  yield { data: '[DONE]' };
}

/**
 * The `content` of each delta. Like OpenAI, most models open with an empty one. A model that answers in blocks thinks in
 * lists of one reasoning block, then speaks in plain strings, although the whole answer has a text block: so a live
 * workspace streamed (the tests of maximhq/bifrost's Databricks provider).
 */
function contentsOf({ reasoning, text }: Answer, { answersInBlocks }: ModelService): readonly (string | object)[] {
  const opening = answersInBlocks ? tokensOf(reasoning).map((token) => [reasoningBlock(token)]) : [''];
  return [...opening, ...tokensOf(text)];
}
