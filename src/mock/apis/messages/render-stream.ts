import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { tokensOf } from '../../script/tokens.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { blocksOf, identityOf, stopOf, usageOf } from './parts.js';

/** An answer as Anthropic's `RawMessageStreamEvent`s, a token in each delta. */
export function* renderStream(answer: Answer, service: ModelService): Generator<ServerSentEvent> {
  const unfinished = { content: [], stop_reason: null, stop_sequence: null, usage: usageOf(answer, 0) };
  yield named('message_start', { message: { ...identityOf(service), ...unfinished } });
  for (const [index, { type, text }] of blocksOf(answer).entries()) {
    yield named('content_block_start', { index, content_block: { type, text: '' } });
    for (const token of tokensOf(text)) {
      yield named('content_block_delta', { index, delta: { type: 'text_delta', text: token } });
    }
    yield named('content_block_stop', { index });
  }
  // Cumulative: clients put it in the place of what message_start said, and add nothing up.
  yield named('message_delta', { delta: stopOf(answer), usage: usageOf(answer, answer.answerTokens) });
  yield named('message_stop', {});
}

function named(type: string, fields: object): ServerSentEvent {
  return { event: type, data: JSON.stringify({ type, ...fields }) };
}
