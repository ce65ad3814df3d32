import type { ToolCall } from './prompt.js';

/** What a model answered, in no API's dialect. */
export interface Answer {
  /** Empty when the model does not think aloud. */
  readonly reasoning: string;
  readonly text: string;
  /** Set instead of a text when the model declines to answer. */
  readonly refusal?: string;
  /** Behind the text, in order. The APIs give them their ids. */
  readonly calls: readonly ToolCall[];
  readonly finish: Finish;
  readonly promptTokens: number;
  /** Reasoning included. */
  readonly answerTokens: number;
  readonly reasoningTokens: number;
}

export type Finish =
  | { readonly reason: 'end' }
  | { readonly reason: 'length' }
  | { readonly reason: 'calls' }
  | { readonly reason: 'refusal' }
  /** The sequence itself is not part of the text. */
  | { readonly reason: 'stop'; readonly sequence: string };
