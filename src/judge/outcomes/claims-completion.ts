import { policyDenial } from '../../api/index.js';
import { isJsonObject, type Json } from '../../json/index.js';
import type { JudgeContext, ReadResponse, Received } from '../answered.js';
import type { ApiContract } from '../api-contract.js';
import { readLeniently, whyNotJson } from '../body/read-body.js';
import { type Finding, fails, holds } from '../finding.js';

const eventStream = /^\s*(?:event|data|id|retry)?:/;

/**
 * That nothing of a completion got through. Looked for in the body alone, whatever the status and the content type say,
 * and in the eyes of every API: a denial that still carries the answer is no denial. Read leniently, because what a
 * strict reader refuses may still be read by somebody.
 */
export function noCompletionFinding(check: string, { response }: Received, { apis }: JudgeContext): Finding {
  const leak = whatLeaks(response, apis);
  return leak === undefined ? holds(check, 'The body is no completion.') : fails(check, leak, { where: '' });
}

function whatLeaks({ body, mediaType, bytes }: ReadResponse, apis: readonly ApiContract[]): string | undefined {
  // A stream is read by nobody here, so nobody can say that it holds no answer.
  if (mediaType === 'text/event-stream' || (body.kind === 'text' && eventStream.test(body.text))) {
    return 'The body is an event stream, which is how completions are sent in parts.';
  }
  const value = body.kind === 'json' && typeof body.value !== 'string' ? body.value : readLeniently(bytes);
  if (value === undefined && body.kind === 'unreadable') {
    return `The body ${whyNotJson(body)}, so nothing shows that it is no completion.`;
  }
  if (value === undefined || policyDenial(value) !== undefined) return undefined;
  const reader = apis.find((api) => isAnswer(api, value));
  return reader === undefined ? undefined : `The body is a completion in the eyes of ${reader.api.name}.`;
}

/** An error that stands beside an answer does not take the answer back. */
function isAnswer({ api }: ApiContract, body: Json): boolean {
  if (api.readAnswer(body) !== undefined) return true;
  if (!isJsonObject(body)) return false;
  const { error: _error, type: _type, ...rest } = body;
  const beside = api.readAnswer(rest);
  return beside !== undefined && (beside.text !== '' || beside.toolCalls.length > 0);
}
