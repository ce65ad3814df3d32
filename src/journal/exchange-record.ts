import type { ExchangeTimes, HeaderPair, WireFault } from '../wire/index.js';

/** An exchange as the journal keeps it: redacted, its bodies as text where they are text. */
export interface ExchangeRecord {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly HeaderPair[];
    readonly body?: BodyRecord;
  };
  readonly response?: { readonly status: number; readonly headers: readonly HeaderPair[]; readonly body: BodyRecord };
  readonly fault?: WireFault;
  /** The harness left the response, an event stream, after as many frames as the spec asks for. */
  readonly aborted?: true;
  readonly times: ExchangeTimes;
}

/** `bytes` is the size on the wire; the text or base64 may be shorter (`cut`). */
export type BodyRecord =
  | { readonly kind: 'empty'; readonly bytes: 0 }
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number; readonly cut?: boolean }
  | { readonly kind: 'binary'; readonly base64: string; readonly bytes: number; readonly cut?: boolean };
