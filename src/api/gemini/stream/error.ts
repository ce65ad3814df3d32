import type { JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { readEnvelope } from '../../error/envelopes.js';
import { isCount, objectAt, textAt } from '../../fields.js';
import type { GeminiStreamLog } from './rules.js';
import { type GeminiDraft, placeOf } from './state.js';

/** Also in the envelope of another API, which clients of this one take for an empty chunk: it ends the answer all the same. */
export function isErrorFrame(body: JsonObject): boolean {
  return (body['error'] ?? null) !== null || (body['error_code'] ?? null) !== null;
}

export function takeError(draft: GeminiDraft, body: JsonObject, frame: number, log: GeminiStreamLog): void {
  const at = placeOf(draft, frame);
  if (draft.phase === 'finished' || draft.phase === 'blocked') {
    log.report('nothing-after-end', { ...at, came: 'an error' });
    return;
  }
  const error = objectAt(body, 'error');
  const wrong = wrongKey(error ?? {});
  if (wrong !== undefined) {
    const came =
      error === undefined
        ? `\`error\` that is ${describe(body['error'])}`
        : `\`error\` whose \`${wrong}\` is ${describe(error[wrong])}`;
    log.report('error-well-formed', {
      ...at,
      legal: '`error` with an HTTP status in `code`, a message and a status',
      came,
    });
  }
  draft.phase = 'error';
  draft.error = { message: readEnvelope(body).message ?? '', frame };
}

/** The JavaScript SDK only raises an error whose code is a number from 400 to 599; another passes for an empty chunk. */
function wrongKey(error: JsonObject): string | undefined {
  const { code } = error;
  if (!isCount(code) || code < 400 || code > 599) return 'code';
  return ['message', 'status'].find((key) => !textAt(error, key));
}
