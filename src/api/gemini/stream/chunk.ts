import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isCount, isList, listAt, objectAt } from '../../fields.js';
import { blockReasonOf } from '../read-answer.js';
import { indexOf } from '../rules/candidates.js';
import { takeCandidate } from './candidate.js';
import type { GeminiStreamLog } from './rules.js';
import { type GeminiDraft, identityKeys, placeOf } from './state.js';
import { takeUsage } from './usage.js';

export function takeChunk(draft: GeminiDraft, chunk: JsonObject, frame: number, log: GeminiStreamLog): void {
  checkShape(draft, chunk, frame, log);
  checkIdentity(draft, chunk, frame, log);
  takeUsage(draft, chunk, frame, log);
  const candidates = listAt(chunk, 'candidates') ?? [];
  takeBlock(draft, chunk, candidates.length, frame, log);
  const seen = new Set<number>();
  for (const candidate of candidates) takeIndexed(draft, candidate, seen, frame, log);
  if (draft.phase !== 'blocked' && candidates.length > 0) settle(draft, frame);
  else if (draft.terminal !== undefined && objectAt(chunk, 'usageMetadata') !== undefined) draft.terminal = frame;
}

/** A candidate may begin when another has finished, so that the end is known only of what has come so far. */
function settle(draft: GeminiDraft, frame: number): void {
  if (draft.unfinished > 0 || draft.candidates.size === 0) {
    draft.phase = 'open';
    delete draft.terminal;
  } else if (draft.phase !== 'finished') {
    draft.phase = 'finished';
    draft.terminal = frame;
  }
}

function checkShape(draft: GeminiDraft, chunk: JsonObject, frame: number, log: GeminiStreamLog): void {
  const candidates = chunk['candidates'] ?? null;
  const known = ['promptFeedback', 'usageMetadata'].some((key) => objectAt(chunk, key) !== undefined);
  if (isList(candidates) || (candidates === null && known)) return;
  const came = candidates === null ? describe(chunk) : `\`candidates\` that is ${describe(candidates)}`;
  const legal = 'a list of `candidates`, `promptFeedback` or `usageMetadata`';
  log.report('chunk-shaped', { ...placeOf(draft, frame), legal, came });
}

function checkIdentity(draft: GeminiDraft, chunk: JsonObject, frame: number, log: GeminiStreamLog): void {
  for (const key of identityKeys) {
    const value = chunk[key] ?? null;
    if (value === null) continue;
    const known = draft.identity[key];
    if (known === undefined && typeof value === 'string') draft.identity[key] = value;
    else if (known !== value) {
      const legal = known === undefined ? `\`${key}\` with text` : `\`${key}\` that is ${describe(known)}`;
      log.report('identity-constant', {
        ...placeOf(draft, frame),
        legal,
        came: `\`${key}\` that is ${describe(value)}`,
      });
    }
  }
}

function takeBlock(
  draft: GeminiDraft,
  chunk: JsonObject,
  candidates: number,
  frame: number,
  log: GeminiStreamLog,
): void {
  const reason = blockReasonOf(chunk);
  const both = reason !== undefined && (candidates > 0 || draft.candidates.size > 0);
  if (both || (draft.phase === 'blocked' && candidates > 0)) {
    const came = candidates > 0 ? 'a candidate for a blocked prompt' : '`blockReason` behind a candidate';
    log.report('blocked-prompt-silent', { ...placeOf(draft, frame), came });
  }
  if (reason === undefined || draft.phase === 'blocked') return;
  draft.blockReason = reason;
  draft.phase = 'blocked';
  draft.terminal = frame;
}

function takeIndexed(
  draft: GeminiDraft,
  candidate: Json,
  seen: Set<number>,
  frame: number,
  log: GeminiStreamLog,
): void {
  const index = indexOf(candidate);
  const fresh = isCount(index) && !seen.has(index);
  if (isJsonObject(candidate) && fresh) {
    seen.add(index);
    takeCandidate(draft, index, candidate, frame, log);
    return;
  }
  const came = isJsonObject(candidate)
    ? `${isCount(index) ? 'another' : 'a'} candidate whose index is ${describe(candidate['index'])}`
    : `a candidate that is ${describe(candidate)}`;
  log.report('choices-indexed', { ...placeOf(draft, frame), legal: 'candidates with indices from 0 on', came });
}
