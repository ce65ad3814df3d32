/** What a model answered, in no API's dialect. */
export interface Answer {
  /** Empty when the model does not think aloud. */
  readonly reasoning: string;
  readonly text: string;
  readonly finish: Finish;
  readonly promptTokens: number;
  /** Reasoning included. */
  readonly answerTokens: number;
}

export type Finish =
  | { readonly reason: 'end' }
  | { readonly reason: 'length' }
  /** The sequence itself is not part of the text. */
  | { readonly reason: 'stop'; readonly sequence: string };
