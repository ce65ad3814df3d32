import type { Gateway } from './gateway.js';
import type { Reply } from './reply.js';

export const upstreamLogPath = '/simulated/upstream-log/';

/** Tells any caller of the account what the model received with one request, by the `x-request-id` of its response. */
export function readUpstreamLog(gateway: Gateway, headers: Headers, requestId: string): Reply {
  const caller = gateway.decisions.authenticate(gateway, headers);
  if (caller.done) return caller.reply;
  const entry = gateway.upstream.find(requestId);
  if (entry === undefined) {
    return { kind: 'error', status: 404, code: 'NOT_FOUND', message: 'No model received a request with this id.' };
  }
  const { api, model, body, outcome, events } = entry;
  return { kind: 'answer', body: { request_id: requestId, api, model, body, outcome, events } };
}
