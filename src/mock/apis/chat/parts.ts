import { randomUUID } from 'node:crypto';
import type { ModelService } from '../../account/account.js';
import type { Answer, Finish } from '../../script/answer.js';

const finishReasons: Record<Finish['reason'], string> = {
  end: 'stop',
  stop: 'stop',
  length: 'length',
  calls: 'tool_calls',
  refusal: 'stop',
};

/** What all chunks of one completion have in common, as the completion itself. */
export function identityOf(object: string, { servedModel }: ModelService) {
  return { id: `chatcmpl_${randomUUID()}`, object, created: Math.floor(Date.now() / 1000), model: servedModel };
}

export function finishReasonOf({ finish }: Answer): string {
  return finishReasons[finish.reason];
}

/** A model that answers in strings does not say what it thought, only what that cost. */
export function usageOf({ promptTokens, answerTokens, reasoningTokens }: Answer): object {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: answerTokens,
    total_tokens: promptTokens + answerTokens,
    ...(reasoningTokens > 0 && { completion_tokens_details: { reasoning_tokens: reasoningTokens } }),
  };
}

export function reasoningBlock(text: string): object {
  return { type: 'reasoning', summary: [{ type: 'summary_text', text }] };
}

/** Whether a message has no content of its own: it declines, or all that it does is to call tools. */
export function saysNothing({ text, refusal, calls }: Answer): boolean {
  return text === '' && (refusal !== undefined || calls.length > 0);
}

export function toolCallsOf({ calls }: Answer) {
  return calls.map(({ name, arguments: given }) => ({
    id: `call_${randomUUID().replaceAll('-', '').slice(0, 24)}`,
    type: 'function',
    function: { name, arguments: JSON.stringify(given) },
  }));
}
