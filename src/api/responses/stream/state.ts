import type { JsonObject } from '../../../json/index.js';
import type { StreamReading } from '../../stream/index.js';

/**
 * `start`: no response yet. `open`: items come. `error`: an error came; `response.failed` may follow.
 * `ended`: a terminal event came. `done`: `[DONE]` came.
 */
export type ResponsePhase = 'start' | 'open' | 'error' | 'ended' | 'done';

/** A streamed response as far as it has come. */
export interface ResponseDraft {
  phase: ResponsePhase;
  created: boolean;
  /** As the first response that has them gives them. */
  identity: { [Key in (typeof identityKeys)[number]]?: string | number };
  /** Of the last event that had one. */
  sequence?: number;
  /** In the order in which they were added. */
  readonly items: ItemDraft[];
  /** By `output_index`, as the gateway gives it. */
  readonly itemsByIndex: Map<number, ItemDraft>;
  /** The last item that was added, while it is open. */
  open?: ItemDraft | undefined;
  readonly callIds: Set<string>;
  /** Which of the two spellings of raw reasoning came first. */
  reasoning?: string;
  /** The response of the terminal event, unless it failed. */
  finished?: JsonObject;
  error?: NonNullable<StreamReading['error']>;
  firstToken?: number;
  terminal?: number;
}

export const identityKeys = ['id', 'created_at', 'model'] as const;

export interface ItemDraft {
  readonly index: number;
  /** Empty when it has none. */
  readonly type: string;
  readonly id?: string;
  /** As it was added. */
  readonly added: JsonObject;
  readonly content: PartDraft[];
  readonly summary: PartDraft[];
  /** Of a function call. */
  readonly arguments: TextDraft;
  /** As it was when it was done. */
  done?: { readonly item: JsonObject | undefined; readonly frame: number };
}

export interface TextDraft {
  /** The deltas, joined. */
  text: string;
  /** The event that ends the text came. */
  ended: boolean;
}

export interface PartDraft extends TextDraft {
  /** Empty when it has none. */
  type: string;
  /** Raw reasoning may come without its part having been added. */
  readonly implied: boolean;
  done: boolean;
}

export function beginResponse(): ResponseDraft {
  return { phase: 'start', created: false, identity: {}, items: [], itemsByIndex: new Map(), callIds: new Set() };
}
