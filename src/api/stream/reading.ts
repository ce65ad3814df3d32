import type { Answer } from '../answer.js';

/** What a caller would read out of a streamed response, and where the stream leaves the grammar of its API. */
export interface StreamReading {
  /** What had been said when the stream ended, also when it was cut; undefined when nothing could be assembled. */
  readonly answer: Answer | undefined;
  /** By frame. The first of every rule that was broken, and at most 2 more of each and 20 more in all. */
  readonly violations: readonly StreamViolation[];
  /** `complete`: the terminal event came. `error`: an error frame came before it. `cut`: neither of them came. */
  readonly end: 'complete' | 'error' | 'cut';
  readonly error?: { readonly message: string; readonly frame: number };
  /** Index of the frame that brought the first text or tool input. Reasoning does not count. */
  readonly firstToken?: number;
  /** Index of the frame with the terminal event. */
  readonly terminal?: number;
}

export interface StreamViolation {
  readonly rule: string;
  readonly level: 'MUST' | 'SHOULD';
  /** Index of the frame; the one that should have followed the last when something never came. */
  readonly frame: number;
  /** Where in the grammar the stream was. */
  readonly state: string;
  /** What would have been legal there. */
  readonly legal: string;
  readonly came: string;
  /** All of this in one sentence. */
  readonly message: string;
}

/** One rule of a stream's grammar, as its API's table holds it by name. */
export interface StreamRule {
  readonly level: 'MUST' | 'SHOULD';
  /** What holds when the rule holds, in one sentence. */
  readonly statement: string;
}
