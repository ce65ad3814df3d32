import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { blocksOf } from './blocks.js';
import { identityOf, stopOf, usageOf } from './parts.js';

/** An answer as Anthropic's `Message`. */
export function render(answer: Answer, service: ModelService): object {
  return {
    ...identityOf(service),
    content: blocksOf(answer),
    ...stopOf(answer),
    usage: usageOf(answer, answer.answerTokens),
  };
}
