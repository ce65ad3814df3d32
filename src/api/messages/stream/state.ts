import type { Json, JsonObject } from '../../../json/index.js';
import type { StreamReading } from '../../stream/index.js';

/**
 * `start`: no message yet. `message`: between blocks. `block`: one is open. `closing`: `message_delta` came.
 * `stopped`: `message_stop` came. `error`: an error came.
 */
export type MessagesPhase = 'start' | 'message' | 'block' | 'closing' | 'stopped' | 'error';

/** A streamed message as far as it has come. */
export interface MessageDraft {
  phase: MessagesPhase;
  /** What `message_start` said. */
  started?: JsonObject;
  /** In the order in which they began. */
  readonly blocks: BlockDraft[];
  readonly toolIds: Set<string>;
  /** The last block that began, while it is open. */
  open?: BlockDraft | undefined;
  stopReason?: string;
  stopSequence?: Json;
  /** Each count as it was given last. */
  usage: Readonly<Record<string, Json>>;
  /** Of the last `message_delta`. */
  outputTokens?: number;
  error?: NonNullable<StreamReading['error']>;
  firstToken?: number;
  terminal?: number;
}

export interface BlockDraft {
  /** As the gateway gave it. */
  readonly index: number;
  /** Empty when it has none. */
  readonly type: string;
  /** As it began. */
  readonly begun: JsonObject;
  /** The text, the thinking or the JSON text of the input, joined. */
  text: string;
  signatures: number;
  /** Thinking came behind the signature. */
  signedEarly: boolean;
  /** The frame with its `content_block_stop`. */
  stopped?: number;
}

export function beginMessage(): MessageDraft {
  return { phase: 'start', blocks: [], toolIds: new Set(), usage: {} };
}

export function stateOf({ phase, open }: MessageDraft): string {
  switch (phase) {
    case 'block':
      return open === undefined ? 'block open' : `block ${open.index} open`;
    case 'message':
      return 'message open';
    case 'closing':
      return 'after message_delta';
    case 'start':
    case 'stopped':
    case 'error':
      return phase;
  }
}

export function legalIn({ phase, open, blocks }: MessageDraft): string {
  switch (phase) {
    case 'start':
      return 'message_start, ping or error';
    case 'message':
      return `content_block_start of block ${blocks.length}, message_delta, ping or error`;
    case 'block':
      return `content_block_delta or content_block_stop of block ${open?.index ?? 0}, ping or error`;
    case 'closing':
      return 'message_delta, message_stop, ping or error';
    case 'stopped':
    case 'error':
      return 'the end of the stream';
  }
}

/** Where a violation is, with everything but what came. */
export function placeOf(draft: MessageDraft, frame: number) {
  return { frame, state: stateOf(draft), legal: legalIn(draft) };
}
