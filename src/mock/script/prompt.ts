/** What a model is asked, in no API's dialect. */
export interface Prompt {
  /** All system instructions, in order, joined by line breaks; empty when there are none. */
  readonly system: string;
  readonly turns: readonly Turn[];
  /** Upper bound on the tokens of the answer, reasoning included. */
  readonly maxTokens: number;
  readonly stop: readonly string[];
}

export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}
