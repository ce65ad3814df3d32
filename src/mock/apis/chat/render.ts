import { randomUUID } from 'node:crypto';
import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';

const finishReasons: Record<Answer['finish']['reason'], string> = { end: 'stop', stop: 'stop', length: 'length' };

/** An answer as OpenAI's `CreateChatCompletionResponse`, but for `content`, which hosted models may give as blocks. */
export function render(answer: Answer, service: ModelService): object {
  return {
    id: `chatcmpl_${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: service.servedModel,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: service.answersInBlocks ? blocks(answer) : answer.text,
          refusal: null,
        },
        finish_reason: finishReasons[answer.finish.reason],
        logprobs: null,
      },
    ],
    usage: {
      prompt_tokens: answer.promptTokens,
      completion_tokens: answer.answerTokens,
      total_tokens: answer.promptTokens + answer.answerTokens,
    },
  };
}

/** The form of hosted reasoning models, as Databricks' own AI SDK provider reads it (@databricks/ai-sdk-provider). */
function blocks({ reasoning, text }: Answer): readonly object[] {
  return [
    { type: 'reasoning', summary: [{ type: 'summary_text', text: reasoning }] },
    ...(text === '' ? [] : [{ type: 'text', text }]),
  ];
}
