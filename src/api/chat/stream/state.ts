import type { JsonObject } from '../../../json/index.js';
import type { StreamReading } from '../../stream/index.js';

/**
 * `start`: no choice yet. `open`: choices come. `usage`: the chunk with the usage and without choices came.
 * `done`: `[DONE]` came. `error`: an error came; `error-done`: `[DONE]` behind it, which is tolerated.
 */
export type ChatPhase = 'start' | 'open' | 'usage' | 'done' | 'error' | 'error-done';

/** A streamed completion as far as it has come. */
export interface ChatDraft {
  phase: ChatPhase;
  /** `id`, `created` and `model` as the first chunk that has them gives them. */
  identity: { [Key in (typeof identityKeys)[number]]?: string | number };
  /** By index, which is whatever the gateway says: hence no list. */
  readonly choices: Map<number, ChoiceDraft>;
  /** A choice came, if only one that cannot be placed. */
  choiceCame: boolean;
  /** How many choices have not finished; counted, because a hostile stream has many. */
  unfinished: number;
  /** The last that counts anything. */
  usage?: JsonObject;
  error?: NonNullable<StreamReading['error']>;
  firstToken?: number;
  terminal?: number;
}

export const identityKeys = ['id', 'created', 'model'] as const;

export interface ChoiceDraft {
  readonly index: number;
  text: string;
  refusal: string;
  /** Set when it has finished, as spelled. */
  finish?: string;
  readonly calls: Map<number, CallDraft>;
  readonly callIds: Set<string>;
}

export interface CallDraft {
  readonly index: number;
  readonly id?: string;
  readonly name?: string;
  arguments: string;
}

export function beginChat(): ChatDraft {
  return { phase: 'start', identity: {}, choices: new Map(), choiceCame: false, unfinished: 0 };
}

export function legalIn(phase: ChatPhase): string {
  switch (phase) {
    case 'start':
      return 'a chunk or an error';
    case 'open':
      return 'a chunk, [DONE] once every choice has finished, or an error';
    case 'usage':
      return '[DONE] or an error';
    case 'error':
      return '[DONE] or the end of the stream';
    case 'done':
    case 'error-done':
      return 'the end of the stream';
  }
}

export function stateOf({ index, finish }: ChoiceDraft): string {
  return `choice ${index} ${finish === undefined ? 'open' : 'finished'}`;
}
