import { integerFrom, kindsBy, object, oneOf, text } from '../rules.js';
import { objectSchema } from '../tool-rules.js';
import type { MessagesRequest } from './request.js';

const display = { display: oneOf('summarized', 'omitted') };

// Anthropic's guide to extended thinking: the least budget, and what it may not be combined with.
export const thinking = kindsBy('type', {
  enabled: object({ required: { type: text, budget_tokens: integerFrom(1024) }, optional: display }),
  adaptive: object({ required: { type: text }, optional: display }),
  disabled: object({ required: { type: text } }),
});

export const outputConfig = object({
  optional: {
    format: object({ required: { type: oneOf('json_schema'), schema: objectSchema } }),
    effort: oneOf('low', 'medium', 'high', 'max'),
  },
});

/** What is wrong with a request because it asks for thinking. */
export function thinkingComplaint(request: MessagesRequest): string | undefined {
  const { thinking: asked, max_tokens, temperature, tool_choice } = request;
  if ((asked ?? { type: 'disabled' }).type === 'disabled') return undefined;
  if ((asked?.budget_tokens ?? 0) >= max_tokens) return '`max_tokens` must be greater than `thinking.budget_tokens`.';
  if ((temperature ?? 1) !== 1) return '`temperature` may only be set to 1 when thinking is enabled.';
  if (tool_choice?.type === 'any' || tool_choice?.type === 'tool') {
    return 'Thinking may not be enabled when tool_choice forces tool use.';
  }
  return undefined;
}
