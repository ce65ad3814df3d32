import type { JsonObject } from '../../../json/index.js';
import type { Answer } from '../../answer.js';
import { present } from '../../fields.js';
import { readGeminiAnswer } from '../read-answer.js';
import type { CandidateDraft, GeminiDraft } from './state.js';

/** Puts the response together that would have come without streaming, and reads that. */
export function assembleAnswer({ candidates, blockReason, identity, usage }: GeminiDraft): Answer | undefined {
  const inOrder = [...candidates.values()].sort((one, other) => one.index - other.index);
  return readGeminiAnswer(
    present({
      ...identity,
      candidates: inOrder.map(candidateOf),
      promptFeedback: blockReason === undefined ? undefined : { blockReason },
      usageMetadata: usage?.counts,
    }) as JsonObject,
  );
}

function candidateOf({ index, text, thoughts, calls, finish }: CandidateDraft): JsonObject {
  const parts = [{ text: thoughts, thought: true }, { text }, ...calls.map((functionCall) => ({ functionCall }))];
  return { index, content: { role: 'model', parts }, ...present({ finishReason: finish }) };
}
