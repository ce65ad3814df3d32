import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isList, objectAt } from '../../fields.js';
import { geminiFinishReasons, unspecified } from '../finish-reasons.js';
import { textOfPart } from '../read-answer.js';
import { takePart } from './part.js';
import type { GeminiStreamLog } from './rules.js';
import { type CandidateDraft, type GeminiDraft, stateOf } from './state.js';

export function takeCandidate(
  draft: GeminiDraft,
  index: number,
  candidate: JsonObject,
  frame: number,
  log: GeminiStreamLog,
): void {
  const known = draft.candidates.get(index);
  const speaker: CandidateDraft = known ?? {
    index,
    spoken: false,
    text: '',
    thoughts: '',
    calls: [],
    callIds: new Set(),
  };
  if (known === undefined) {
    draft.candidates.set(index, speaker);
    draft.unfinished += 1;
  }
  takeContent(draft, speaker, candidate, frame, log);
  takeFinish(draft, speaker, candidate, frame, log);
}

function takeContent(
  draft: GeminiDraft,
  speaker: CandidateDraft,
  candidate: JsonObject,
  frame: number,
  log: GeminiStreamLog,
): void {
  const content = objectAt(candidate, 'content');
  const given = content === undefined ? (candidate['content'] ?? null) : (content['parts'] ?? null);
  const at = { frame, state: stateOf(speaker) };
  if (content === undefined && given !== null) {
    log.report('content-well-formed', { ...at, legal: 'a content', came: `\`content\` that is ${describe(given)}` });
    return;
  }
  const parts = isList(given) ? given : [];
  // An empty part behind the end carries nothing that a client could miss.
  if (speaker.finish !== undefined && parts.some(saysSomething)) {
    log.report('nothing-after-finish', { ...at, legal: 'no more of this candidate', came: 'content' });
    return;
  }
  if (given !== null && !isList(given)) {
    log.report('content-well-formed', {
      ...at,
      legal: 'a list of parts',
      came: `\`parts\` that are ${describe(given)}`,
    });
  }
  if (content !== undefined) checkRole(speaker, content, parts.length, at, log);
  for (const part of parts) takePart(draft, speaker, part, frame, log);
}

/** A content without parts says nothing, so that it need not say who does. */
function checkRole(
  speaker: CandidateDraft,
  content: JsonObject,
  parts: number,
  at: { readonly frame: number; readonly state: string },
  log: GeminiStreamLog,
): void {
  const role = content['role'] ?? null;
  const first = !speaker.spoken && parts > 0;
  if (parts > 0) speaker.spoken = true;
  if (role === 'model' || (role === null && !first)) return;
  const legal = first ? 'a first content with the role "model"' : 'a content of the role "model"';
  log.report('role-first', { ...at, legal, came: `a content whose role is ${describe(content['role'])}` });
}

function saysSomething(part: Json): boolean {
  return isJsonObject(part) && (textOfPart(part) !== '' || (part['functionCall'] ?? null) !== null);
}

function takeFinish(
  draft: GeminiDraft,
  speaker: CandidateDraft,
  candidate: JsonObject,
  frame: number,
  log: GeminiStreamLog,
): void {
  const reason = candidate['finishReason'] ?? null;
  // By the reference, an empty reason says that the model goes on; a transcoder of protocol buffers may spell that out.
  if (reason === null || reason === unspecified) return;
  const at = { frame, state: stateOf(speaker) };
  const came = `\`finishReason\` that is ${describe(reason)}`;
  if (typeof reason !== 'string' || !geminiFinishReasons.has(reason)) {
    log.report('finish-reason-known', { ...at, legal: `one of ${[...geminiFinishReasons.keys()].join(', ')}`, came });
  }
  if (typeof reason !== 'string' || reason === '') return;
  if (speaker.finish !== undefined) {
    log.report('nothing-after-finish', { ...at, legal: 'no second finishReason', came });
    return;
  }
  speaker.finish = reason;
  draft.unfinished -= 1;
}
