import type { Exchange, WireRequest } from './exchange.js';

export interface SendOptions {
  /**
   * Leave the response when this many frames with an event have arrived of it, if it is an event stream.
   * The connection is closed: that is how a client of HTTP/1.1 stops a response.
   */
  readonly abortAfterFrames?: number;
}

/**
 * Sends requests and reports exchanges. Never rejects: a failure is an exchange with a fault.
 * Never follows a redirect, never decodes a body.
 */
export interface WireClient {
  send(request: WireRequest, signal?: AbortSignal, options?: SendOptions): Promise<Exchange>;
  close(): Promise<void>;
}
