import type { Exchange, WireRequest } from './exchange.js';

/**
 * Sends requests and reports exchanges. Never rejects: a failure is an exchange with a fault.
 * Never follows a redirect, never decodes a body.
 */
export interface WireClient {
  send(request: WireRequest, signal?: AbortSignal): Promise<Exchange>;
  close(): Promise<void>;
}
