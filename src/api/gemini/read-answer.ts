import { isJsonObject, type Json, type JsonObject } from '../../json/index.js';
import type { Answer, FinishReason, ToolCall } from '../answer.js';
import { countAt, listAt, objectAt, present, textAt } from '../fields.js';
import { geminiFinishReasons } from './finish-reasons.js';

export function readGeminiAnswer(body: Json): Answer | undefined {
  // Clients take a 200 that carries an error for a success; the harness must not.
  if (!isJsonObject(body) || (body['error'] ?? null) !== null) return undefined;
  const candidate = listAt(body, 'candidates')?.[0];
  const blocked = blockReasonOf(body);
  if (blocked === undefined && !isAnswer(candidate)) return undefined;
  const { parts, rawFinish } = isJsonObject(candidate) ? contentsOf(candidate) : { parts: [], rawFinish: undefined };
  const toolCalls = parts.flatMap(readFunctionCall);
  return present({
    text: parts.map(textOfPart).join(''),
    thinking: parts.map(thoughtOfPart).join('') || undefined,
    finish: blocked === undefined ? finishOf(rawFinish, toolCalls.length > 0) : ('filtered' as const),
    rawFinish: blocked ?? rawFinish,
    model: textAt(body, 'modelVersion'),
    id: textAt(body, 'responseId'),
    usage: readUsage(objectAt(body, 'usageMetadata')),
    toolCalls,
  });
}

/** Why the prompt got no answer: such a response has status 200 and no candidates. */
export function blockReasonOf(body: JsonObject): string | undefined {
  const reason = textAt(objectAt(body, 'promptFeedback') ?? {}, 'blockReason');
  return reason === undefined || reason === '' || /^BLOCK(ED)?_REASON_UNSPECIFIED$/.test(reason) ? undefined : reason;
}

/** Thoughts are not part of what the model says. */
export function textOfPart(part: Json): string {
  return isJsonObject(part) && part['thought'] !== true ? (textAt(part, 'text') ?? '') : '';
}

export function thoughtOfPart(part: Json): string {
  return isJsonObject(part) && part['thought'] === true ? (textAt(part, 'text') ?? '') : '';
}

/** A candidate that was filtered or cut off early has a reason and no content. */
function isAnswer(candidate: Json | undefined): boolean {
  if (!isJsonObject(candidate)) return false;
  return objectAt(candidate, 'content') !== undefined || textAt(candidate, 'finishReason') !== undefined;
}

function contentsOf(candidate: JsonObject): {
  readonly parts: readonly Json[];
  readonly rawFinish: string | undefined;
} {
  const content = objectAt(candidate, 'content') ?? {};
  return { parts: listAt(content, 'parts') ?? [], rawFinish: textAt(candidate, 'finishReason') };
}

function finishOf(raw: string | undefined, calls: boolean): FinishReason | undefined {
  if (raw === undefined) return undefined;
  return raw === 'STOP' && calls ? 'tool-calls' : (geminiFinishReasons.get(raw) ?? 'other');
}

function readFunctionCall(part: Json): readonly ToolCall[] {
  const call = isJsonObject(part) ? objectAt(part, 'functionCall') : undefined;
  const name = call && textAt(call, 'name');
  if (call === undefined || name === undefined) return [];
  return [present({ id: textAt(call, 'id'), name, arguments: call['args'] ?? {} })];
}

// Thoughts are counted apart from the candidates; a sum of ours would pass for a count of the gateway.
function readUsage(usage: JsonObject | undefined): Answer['usage'] {
  if (usage === undefined) return undefined;
  return present({
    input: countAt(usage, 'promptTokenCount'),
    output: countAt(usage, 'candidatesTokenCount'),
    total: countAt(usage, 'totalTokenCount'),
  });
}
