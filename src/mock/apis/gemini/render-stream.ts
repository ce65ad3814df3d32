import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import { tokensOf } from '../../script/tokens.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { blockedPrompt } from './blocked.js';
import { type AnswerPart, finishReasonOf, identityOf, partsOf, usageOf, wholeUsageOf } from './parts.js';
import type { GeminiRequest } from './request.js';

/**
 * An answer as `GenerateContentResponse`s, a token or a call in each. The last one states why it is the last; there is
 * no end mark behind it, and no event has a name: Google's own clients trip over both.
 */
export function* renderStream(
  answer: Answer,
  service: ModelService,
  request: GeminiRequest,
): Generator<ServerSentEvent> {
  const blocked = blockedPrompt(answer, service, request);
  if (blocked !== undefined) {
    yield { data: JSON.stringify(blocked) };
    return;
  }
  const identity = identityOf(service);
  let thoughtTokens = 0;
  let writtenTokens = 0;
  for (const { part, last } of piecesOf(partsOf(answer, request))) {
    if ('thought' in part) thoughtTokens += 1;
    // Thoughts that are not shown were thought before the first word.
    else thoughtTokens = answer.reasoningTokens;
    if ('text' in part && !('thought' in part) && part.text !== '') writtenTokens += 1;
    const candidate = {
      content: { role: 'model', parts: [part] },
      ...(last && { finishReason: finishReasonOf(answer) }),
    };
    yield {
      data: JSON.stringify({
        candidates: [{ ...candidate, index: 0 }],
        usageMetadata: last ? wholeUsageOf(answer) : usageOf(answer, thoughtTokens, writtenTokens),
        ...identity,
      }),
    };
  }
}

/** The parts, their texts token by token; a signature comes with the end of its text. */
function* piecesOf(parts: readonly AnswerPart[]): Generator<{ readonly part: AnswerPart; readonly last: boolean }> {
  for (const [index, part] of parts.entries()) {
    const lastPart = index === parts.length - 1;
    const tokens = 'text' in part ? tokensOf(part.text) : [];
    if (!('text' in part) || tokens.length === 0) {
      yield { part, last: lastPart };
      continue;
    }
    const { thoughtSignature, ...unsigned } = part;
    for (const [position, text] of tokens.entries()) {
      const lastToken = position === tokens.length - 1;
      const signed = lastToken && thoughtSignature !== undefined ? { thoughtSignature } : {};
      yield { part: { ...unsigned, text, ...signed }, last: lastPart && lastToken };
    }
  }
}
