import type { FinishReason } from '../answer.js';

/** Every `finish_reason` of the Chat Completions API, in the harness's terms. */
export const chatFinishReasons: ReadonlyMap<string, FinishReason> = new Map([
  ['stop', 'stop'],
  ['length', 'length'],
  ['tool_calls', 'tool-calls'],
  ['content_filter', 'filtered'],
  ['function_call', 'tool-calls'],
]);
