import { randomUUID } from 'node:crypto';
import type { ModelService } from '../../account/account.js';
import type { Answer, Finish } from '../../script/answer.js';

const finishReasons: Record<Finish['reason'], string> = { end: 'stop', stop: 'stop', length: 'length' };

/** What all chunks of one completion have in common, as the completion itself. */
export function identityOf(object: string, { servedModel }: ModelService) {
  return { id: `chatcmpl_${randomUUID()}`, object, created: Math.floor(Date.now() / 1000), model: servedModel };
}

export function finishReasonOf({ finish }: Answer): string {
  return finishReasons[finish.reason];
}

export function usageOf({ promptTokens, answerTokens }: Answer): object {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: answerTokens,
    total_tokens: promptTokens + answerTokens,
  };
}

export function reasoningBlock(text: string): object {
  return { type: 'reasoning', summary: [{ type: 'summary_text', text }] };
}
