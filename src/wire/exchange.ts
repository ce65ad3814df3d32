import type { WireFault } from './fault.js';

/** One header as it crossed the wire: case and order as sent or received, repeats kept. */
export type HeaderPair = readonly [name: string, value: string];

/** What to send. The body is bytes: what is judged later is what was sent. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body?: Uint8Array;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  /** The bytes that arrived, undecoded. Shorter than announced when the exchange has a fault. */
  readonly body: Uint8Array;
}

/** Milliseconds since the request was handed over; `startedAt` anchors them (epoch milliseconds). */
export interface ExchangeTimes {
  readonly startedAt: number;
  /** When the request left the queue for a connection. */
  readonly dequeued?: number;
  /** When the connection stood; 0-length waits mean a kept-alive connection. */
  readonly connected?: number;
  /** When the first byte of the response's head arrived. */
  readonly firstByte?: number;
  /** Of an event stream only: how its body arrived, in order. Empty when nothing came, or when it is not known. */
  readonly pieces?: readonly ArrivedPiece[];
  readonly end: number;
}

/** Bytes of a body that arrived in one moment. */
export interface ArrivedPiece {
  /** Offset behind its last byte, counted from the start of the body. */
  readonly end: number;
  /** When its last byte arrived, in the milliseconds of `ExchangeTimes`. */
  readonly at: number;
}

/** One request and its response as they crossed the wire. A fault may stand beside a partial response. */
export interface Exchange {
  readonly request: WireRequest;
  readonly response?: WireResponse;
  readonly fault?: WireFault;
  /** We left an event stream where `SendOptions` asks for it; its body ends behind the last frame that was waited for. */
  readonly aborted?: true;
  readonly times: ExchangeTimes;
}
