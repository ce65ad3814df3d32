import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { tokensOf } from '../../script/tokens.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { blocksOf, type ContentBlock } from './blocks.js';
import { identityOf, stopOf, usageOf } from './parts.js';

/** An answer as Anthropic's `RawMessageStreamEvent`s, a token in each delta. */
export function* renderStream(answer: Answer, service: ModelService): Generator<ServerSentEvent> {
  const unfinished = { content: [], stop_reason: null, stop_sequence: null, usage: usageOf(answer, 0) };
  yield named('message_start', { message: { ...identityOf(service), ...unfinished } });
  for (const [index, block] of blocksOf(answer).entries()) {
    yield named('content_block_start', { index, content_block: startOf(block) });
    for (const delta of deltasOf(block)) yield named('content_block_delta', { index, delta });
    yield named('content_block_stop', { index });
  }
  // Cumulative: clients put it in the place of what message_start said, and add nothing up.
  yield named('message_delta', { delta: stopOf(answer), usage: usageOf(answer, answer.answerTokens) });
  yield named('message_stop', {});
}

/** A block before anything of it has come. */
function startOf(block: ContentBlock): object {
  switch (block.type) {
    case 'text':
      return { ...block, text: '' };
    case 'thinking':
      return { ...block, thinking: '', signature: '' };
    case 'tool_use':
      return { ...block, input: {} };
  }
}

function deltasOf(block: ContentBlock): readonly object[] {
  switch (block.type) {
    case 'text':
      return tokensOf(block.text).map((text) => ({ type: 'text_delta', text }));
    case 'thinking':
      return [
        ...tokensOf(block.thinking).map((thinking) => ({ type: 'thinking_delta', thinking })),
        // Only whole thoughts can be signed, so the signature comes last.
        { type: 'signature_delta', signature: block.signature },
      ];
    case 'tool_use':
      // Like the provider, with an empty piece first.
      return ['', ...tokensOf(JSON.stringify(block.input))].map((piece) => ({
        type: 'input_json_delta',
        partial_json: piece,
      }));
  }
}

function named(type: string, fields: object): ServerSentEvent {
  return { event: type, data: JSON.stringify({ type, ...fields }) };
}
