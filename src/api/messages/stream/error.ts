import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { readEnvelope } from '../../error/envelopes.js';
import { objectAt, textAt } from '../../fields.js';
import type { MessagesStreamLog } from './rules.js';
import { type MessageDraft, placeOf } from './state.js';

export function takeError(draft: MessageDraft, body: JsonObject, frame: number, log: MessagesStreamLog): void {
  const error = objectAt(body, 'error');
  const missing = ['type', 'message'].find((key) => !textAt(error ?? {}, key));
  if (missing !== undefined) {
    const came =
      error === undefined
        ? `\`error\` that is ${describe(body['error'])}`
        : `\`error\` whose \`${missing}\` is ${describe(error[missing])}`;
    log.report('error-well-formed', { ...placeOf(draft, frame), legal: '`error` with a type and a message', came });
  }
  draft.phase = 'error';
  draft.error = { message: readEnvelope(body).message ?? '', frame };
}
