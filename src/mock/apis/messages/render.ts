import { randomUUID } from 'node:crypto';
import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';

const stopReasons: Record<Answer['finish']['reason'], string> = {
  end: 'end_turn',
  stop: 'stop_sequence',
  length: 'max_tokens',
};

/** An answer as Anthropic's `Message`. Like the provider, it gives no block at all for an answer without text. */
export function render({ text, finish, promptTokens, answerTokens }: Answer, service: ModelService): object {
  return {
    id: `msg_bdrk_${randomUUID().replaceAll('-', '')}`,
    type: 'message',
    role: 'assistant',
    model: service.servedModel,
    content: text === '' ? [] : [{ type: 'text', text }],
    stop_reason: stopReasons[finish.reason],
    stop_sequence: finish.reason === 'stop' ? finish.sequence : null,
    usage: {
      input_tokens: promptTokens,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: answerTokens,
    },
  };
}
