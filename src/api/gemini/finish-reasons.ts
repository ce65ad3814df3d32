import type { FinishReason } from '../answer.js';

/** The zero value of the API's list, which says as little as no reason at all. */
export const unspecified = 'FINISH_REASON_UNSPECIFIED';

/**
 * Every `finishReason` of the Gemini API, in the harness's terms. `STOP` stands for the end of a turn, a stop sequence
 * and a function call alike.
 */
export const geminiFinishReasons: ReadonlyMap<string, FinishReason> = new Map([
  [unspecified, 'other'],
  ['STOP', 'stop'],
  ['MAX_TOKENS', 'length'],
  ['SAFETY', 'filtered'],
  ['RECITATION', 'filtered'],
  ['LANGUAGE', 'other'],
  ['OTHER', 'other'],
  ['BLOCKLIST', 'filtered'],
  ['PROHIBITED_CONTENT', 'filtered'],
  ['SPII', 'filtered'],
  ['MALFORMED_FUNCTION_CALL', 'other'],
  ['UNEXPECTED_TOOL_CALL', 'other'],
  ['TOO_MANY_TOOL_CALLS', 'other'],
  ['MISSING_THOUGHT_SIGNATURE', 'other'],
  ['MALFORMED_RESPONSE', 'other'],
  ['CONTINUATION', 'length'],
  ['IMAGE_SAFETY', 'filtered'],
  ['IMAGE_PROHIBITED_CONTENT', 'filtered'],
  ['IMAGE_RECITATION', 'filtered'],
  ['IMAGE_OTHER', 'other'],
  ['NO_IMAGE', 'other'],
]);
