import type { Answer } from './answer.js';
import type { Prompt } from './prompt.js';
import { promptTokens } from './prompt-tokens.js';
import { replyTo } from './replies.js';
import { tokensOf } from './tokens.js';
import { sayWithin } from './within-bounds.js';

const reasoning = tokensOf('Follow the script.');

/** The model: says what the script says, within the prompt's bounds. The same prompt always gets the same answer. */
export function complete(prompt: Prompt, alwaysThinks: boolean): Answer {
  // As with real reasoning models, thinking spends the same budget, so that a tight one may leave no text at all.
  const thought = (alwaysThinks || prompt.thinks ? reasoning : []).slice(0, prompt.maxTokens);
  const { tokens, ...said } = sayWithin(prompt.maxTokens - thought.length, prompt.stop, replyTo(prompt));
  return {
    reasoning: thought.join(''),
    ...said,
    promptTokens: promptTokens(prompt),
    answerTokens: thought.length + tokens,
    reasoningTokens: thought.length,
  };
}
