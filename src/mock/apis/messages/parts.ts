import { randomUUID } from 'node:crypto';
import type { ModelService } from '../../account/account.js';
import type { Answer, Finish } from '../../script/answer.js';

const stopReasons: Record<Finish['reason'], string> = {
  end: 'end_turn',
  stop: 'stop_sequence',
  length: 'max_tokens',
  calls: 'tool_use',
  refusal: 'refusal',
};

export function identityOf({ servedModel }: ModelService) {
  return {
    id: `msg_bdrk_${randomUUID().replaceAll('-', '')}`,
    type: 'message',
    role: 'assistant',
    model: servedModel,
  };
}

export function stopOf({ finish }: Answer): object {
  return {
    stop_reason: stopReasons[finish.reason],
    stop_sequence: finish.reason === 'stop' ? finish.sequence : null,
  };
}

/** What was spent once `outputTokens` are written. */
export function usageOf({ promptTokens }: Answer, outputTokens: number): object {
  return {
    input_tokens: promptTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: outputTokens,
  };
}
