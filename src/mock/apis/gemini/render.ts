import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { blockedPrompt } from './blocked.js';
import { finishReasonOf, identityOf, partsOf, wholeUsageOf } from './parts.js';
import type { GeminiRequest } from './request.js';

/** An answer as Google's `GenerateContentResponse`. */
export function render(answer: Answer, service: ModelService, request: GeminiRequest): object {
  const blocked = blockedPrompt(answer, service, request);
  if (blocked !== undefined) return blocked;
  return {
    candidates: [
      {
        content: { role: 'model', parts: partsOf(answer, request) },
        finishReason: finishReasonOf(answer),
        index: 0,
      },
    ],
    usageMetadata: wholeUsageOf(answer),
    ...identityOf(service),
  };
}
