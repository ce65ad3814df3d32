import type { ServerSentEvent } from '../../server-sent-events.js';
import { type Denial, marked } from '../policy-denial.js';

const id = 'databricks-guardrail-block';
const ending = 'content_filter';

/** A denial in the form that users of the live gateway have published, which names no model. */
export function renderDenial(denial: Denial): object {
  const message = { role: 'assistant', content: denial.text };
  return marked(
    {
      id,
      object: 'chat.completion',
      created: 0,
      choices: [{ index: 0, message, finish_reason: ending }],
      usage: usageOf(denial),
    },
    denial,
  );
}

/** How a stream tells a denial is not public: here as one chunk that says it all. */
export function renderDenialStream(denial: Denial): readonly ServerSentEvent[] {
  const delta = { role: 'assistant', content: denial.text };
  const chunk = marked(
    {
      id,
      object: 'chat.completion.chunk',
      created: 0,
      choices: [{ index: 0, delta, finish_reason: ending }],
      usage: usageOf(denial),
    },
    denial,
  );
  return [{ data: JSON.stringify(chunk) }, { data: '[DONE]' }];
}

function usageOf({ promptTokens, answerTokens }: Denial): object {
  return {
    prompt_tokens: promptTokens,
    completion_tokens: answerTokens,
    total_tokens: promptTokens + answerTokens,
  };
}
