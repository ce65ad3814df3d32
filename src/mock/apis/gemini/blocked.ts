import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { identityOf } from './parts.js';
import type { GeminiRequest } from './request.js';

const lenient = ['BLOCK_NONE', 'HARM_BLOCK_THRESHOLD_UNSPECIFIED', 'OFF'];

/**
 * The answer when the provider lets nobody see the prompt: no candidate, and feedback that says why (Google's guide
 * "Safety settings"). The simulation knows one kind of prompt as unsafe: what the model declines to answer.
 */
export function blockedPrompt(answer: Answer, service: ModelService, request: GeminiRequest): object | undefined {
  const strict = (request.safetySettings ?? []).some(({ threshold }) => !lenient.includes(threshold));
  if (answer.refusal === undefined || !strict) return undefined;
  return {
    promptFeedback: { blockReason: 'SAFETY' },
    usageMetadata: { promptTokenCount: answer.promptTokens, totalTokenCount: answer.promptTokens },
    ...identityOf(service),
  };
}
