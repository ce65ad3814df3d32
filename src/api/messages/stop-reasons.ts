import type { FinishReason } from '../answer.js';

/** Every `stop_reason` of the Messages API, in the harness's terms. */
export const messagesStopReasons: ReadonlyMap<string, FinishReason> = new Map([
  ['end_turn', 'stop'],
  ['max_tokens', 'length'],
  ['stop_sequence', 'stop-sequence'],
  ['tool_use', 'tool-calls'],
  ['pause_turn', 'other'],
  ['refusal', 'filtered'],
  ['model_context_window_exceeded', 'length'],
]);
