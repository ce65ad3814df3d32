import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { readEnvelope } from '../../error/envelopes.js';
import { objectAt, textAt } from '../../fields.js';
import type { ChatStreamLog } from './rules.js';
import type { ChatDraft } from './state.js';

/** Also in the platform's own envelope, which clients of this API take for a chunk: it ends the answer all the same. */
export function isErrorFrame(body: JsonObject): boolean {
  return (body['error'] ?? null) !== null || (body['error_code'] ?? null) !== null;
}

export function takeError(chat: ChatDraft, body: JsonObject, frame: number, log: ChatStreamLog): void {
  const error = objectAt(body, 'error');
  if (error === undefined || !textAt(error, 'message')) {
    log.report('error-well-formed', {
      frame,
      state: chat.phase,
      legal: '`error` with a message',
      came:
        error === undefined
          ? `\`error\` that is ${describe(body['error'])}`
          : `\`error\` whose message is ${describe(error['message'])}`,
    });
  }
  chat.phase = 'error';
  chat.error = { message: readEnvelope(body).message ?? '', frame };
}
