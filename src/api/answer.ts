import type { Json } from '../json/index.js';

export type FinishReason = 'stop' | 'length' | 'stop-sequence' | 'tool-calls' | 'filtered' | 'other';

/** What a caller would read out of a successful response, in the harness's own terms. */
export interface Answer {
  /** All text of the first choice, content blocks joined; empty when the model said nothing. */
  readonly text: string;
  /** What the model said in the place that the API has for refusals; some APIs have none. Never empty. */
  readonly refusal?: string;
  /** What the model thought, as far as it shows that in the place that the API has for it; some have none. Never empty. */
  readonly thinking?: string;
  readonly finish?: FinishReason;
  /** The finish reason as the API spells it. */
  readonly rawFinish?: string;
  readonly model?: string;
  readonly id?: string;
  readonly usage?: { readonly input?: number; readonly output?: number; readonly total?: number };
  readonly toolCalls: readonly ToolCall[];
  /** What an API that embeds answers with, in the order of its list. */
  readonly vectors?: readonly (readonly number[])[];
}

export interface ToolCall {
  readonly id?: string;
  readonly name: string;
  /** Decoded. Where an API carries them as JSON text that does not parse, the text itself. */
  readonly arguments: Json;
}
