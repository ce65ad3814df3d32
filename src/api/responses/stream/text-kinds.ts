import type { PartPlace } from './part.js';

/** A kind of text that comes as deltas and an end. */
export interface TextKind {
  /** The type of its events, without `.delta` and `.done`. */
  readonly event: string;
  readonly item: 'message' | 'reasoning' | 'function_call';
  readonly place: PartPlace | 'arguments';
  /** The type of the part that it fills. */
  readonly part?: string;
  /** The field that has the whole of it at its end. */
  readonly key: string;
}

const rawReasoning = { item: 'reasoning', place: 'content', part: 'reasoning_text', key: 'text' } as const;

export const textKinds: readonly TextKind[] = [
  { event: 'response.output_text', item: 'message', place: 'content', part: 'output_text', key: 'text' },
  { event: 'response.refusal', item: 'message', place: 'content', part: 'refusal', key: 'refusal' },
  { event: 'response.reasoning_summary_text', item: 'reasoning', place: 'summary', part: 'summary_text', key: 'text' },
  // OpenAI's spelling, and that of Open Responses.
  { event: 'response.reasoning_text', ...rawReasoning },
  { event: 'response.reasoning', ...rawReasoning },
  { event: 'response.function_call_arguments', item: 'function_call', place: 'arguments', key: 'arguments' },
];
