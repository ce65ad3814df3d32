import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { finishReasonOf, identityOf, reasoningBlock, saysNothing, toolCallsOf, usageOf } from './parts.js';

/** An answer as OpenAI's `CreateChatCompletionResponse`, but for `content`, which hosted models may give as blocks. */
export function render(answer: Answer, service: ModelService): object {
  return {
    ...identityOf('chat.completion', service),
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: contentOf(answer, service),
          refusal: answer.refusal ?? null,
          ...(answer.calls.length > 0 && { tool_calls: toolCallsOf(answer) }),
        },
        finish_reason: finishReasonOf(answer),
        logprobs: null,
      },
    ],
    usage: usageOf(answer),
  };
}

function contentOf(answer: Answer, { answersInBlocks }: ModelService): string | readonly object[] | null {
  if (answersInBlocks) return blocks(answer);
  return saysNothing(answer) ? null : answer.text;
}

/** The form of hosted reasoning models, as Databricks' own AI SDK provider reads it (@databricks/ai-sdk-provider). */
function blocks({ reasoning, text }: Answer): readonly object[] {
  return [reasoningBlock(reasoning), ...(text === '' ? [] : [{ type: 'text', text }])];
}
