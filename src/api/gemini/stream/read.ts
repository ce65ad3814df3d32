import type { SseFrame } from '../../../wire/index.js';
import { createStreamLog, frameAfter, payloadOf, readingOf, type StreamReading } from '../../stream/index.js';
import { assembleAnswer } from './answer.js';
import { takeChunk } from './chunk.js';
import { isErrorFrame, takeError } from './error.js';
import { checkLines } from './lines.js';
import { type GeminiStreamLog, geminiStreamRules } from './rules.js';
import { beginGemini, type GeminiDraft, placeOf } from './state.js';
import { checkTotals } from './usage.js';

/** Reads a streamed Gemini answer. Never throws, whatever the frames. */
export function readGeminiStream(frames: readonly SseFrame[]): StreamReading {
  const log = createStreamLog(geminiStreamRules);
  const draft = beginGemini();
  for (const frame of frames) {
    // Also of what a client by the standard would not see: the SDKs fail on a comment between two events.
    checkLines(draft, frame, log);
    if (frame.outcome === 'dispatched') takeFrame(draft, frame, log);
  }
  finish(draft, frameAfter(frames), log);
  return readingOf(assembleAnswer(draft), log.violations(), draft);
}

function takeFrame(draft: GeminiDraft, frame: SseFrame, log: GeminiStreamLog): void {
  const payload = payloadOf(frame);
  const at = placeOf(draft, frame.index);
  if (payload.kind === 'done') {
    log.report('done-marker-foreign', { ...at, came: '[DONE]' });
    return;
  }
  if (draft.phase === 'error') {
    log.report('nothing-after-end', { ...at, came: 'another event' });
    return;
  }
  if (payload.kind === 'other') log.report('frame-json', { ...at, came: payload.came });
  else if (isErrorFrame(payload.value)) takeError(draft, payload.value, frame.index, log);
  else takeChunk(draft, payload.value, frame.index, log);
}

/** What can only be said at the end: this API has no event that says that nothing more comes. */
function finish(draft: GeminiDraft, frame: number, log: GeminiStreamLog): void {
  if (draft.error !== undefined) return;
  if (draft.terminal === undefined) {
    log.report('terminal-present', { ...placeOf(draft, frame), came: 'the end of the stream' });
    return;
  }
  const missing = [...draft.candidates.keys()].findIndex((_, position) => !draft.candidates.has(position));
  if (missing !== -1) {
    const came = `the last finishReason without candidate ${missing}`;
    log.report('choices-indexed', { ...placeOf(draft, draft.terminal), legal: `candidate ${missing}`, came });
  }
  checkTotals(draft, log);
}
