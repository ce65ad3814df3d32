import { randomUUID } from 'node:crypto';
import type { ModelService } from '../../account/account.js';
import type { Answer, Finish } from '../../script/answer.js';
import { seal } from '../seal.js';
import type { GeminiRequest } from './request.js';

export interface TextPart {
  readonly text: string;
  readonly thought?: true;
  readonly thoughtSignature?: string;
}

export interface FunctionCallPart {
  readonly functionCall: { readonly name: string; readonly args: object };
  readonly thoughtSignature?: string;
}

export type AnswerPart = TextPart | FunctionCallPart;

/** A model that calls a function stops like one that has said all. */
const finishReasons: Record<Finish['reason'], string> = {
  end: 'STOP',
  stop: 'STOP',
  calls: 'STOP',
  length: 'MAX_TOKENS',
  refusal: 'SAFETY',
};

export function finishReasonOf({ finish }: Answer): string {
  return finishReasons[finish.reason];
}

/** What all chunks of one answer have in common. */
export function identityOf({ servedModel }: ModelService) {
  return { modelVersion: servedModel, responseId: randomUUID() };
}

/**
 * An answer as parts. Thoughts are shown to who asks for them; the signature, which stands for all of them, is on the
 * first call, or without calls on the text (Google's guide "Thought signatures").
 */
export function partsOf(answer: Answer, { generationConfig }: GeminiRequest): readonly AnswerPart[] {
  const { reasoning, calls } = answer;
  const text = answer.refusal ?? answer.text;
  const shown = reasoning !== '' && generationConfig?.thinkingConfig?.includeThoughts === true;
  const signature = reasoning === '' ? {} : { thoughtSignature: seal(reasoning) };
  const parts: readonly AnswerPart[] = [
    ...(shown ? [{ text: reasoning, thought: true } as const] : []),
    ...(text === '' ? [] : [{ text, ...(calls.length === 0 && signature) }]),
    ...calls.map(({ name, arguments: args }, index) => ({
      functionCall: { name, args },
      ...(index === 0 && signature),
    })),
  ];
  return parts.length > 0 ? parts : [{ text: '' }];
}

/** What has been spent once so many tokens are written. */
export function usageOf({ promptTokens }: Answer, thoughtTokens: number, writtenTokens: number): object {
  return {
    promptTokenCount: promptTokens,
    candidatesTokenCount: writtenTokens,
    totalTokenCount: promptTokens + writtenTokens + thoughtTokens,
    ...(thoughtTokens > 0 && { thoughtsTokenCount: thoughtTokens }),
  };
}

export function wholeUsageOf(answer: Answer): object {
  return usageOf(answer, answer.reasoningTokens, answer.answerTokens - answer.reasoningTokens);
}
