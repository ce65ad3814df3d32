import type { SseFrame } from '../../../wire/index.js';
import { describe } from '../../describe.js';
import { textAt } from '../../fields.js';
import {
  createStreamLog,
  dispatched,
  frameAfter,
  payloadOf,
  readingOf,
  type StreamReading,
  shown,
} from '../../stream/index.js';
import { assembleAnswer } from './answer.js';
import { isFlat, takeError } from './error.js';
import { events } from './events.js';
import { type ResponsesStreamLog, responsesStreamRules } from './rules.js';
import { takeSequenceNumber } from './sequence.js';
import { beginResponse, type ResponseDraft } from './state.js';
import { type Step, tell, typeOf } from './step.js';

/** Reads a streamed response. Never throws, whatever the frames. */
export function readResponsesStream(frames: readonly SseFrame[]): StreamReading {
  const log = createStreamLog(responsesStreamRules);
  const draft = beginResponse();
  for (const frame of dispatched(frames)) takeFrame(draft, frame, log);
  if (draft.phase === 'start' || draft.phase === 'open') {
    tell({ draft, frame: frameAfter(frames), log }, 'terminal-present', 'the end of the stream');
  }
  return readingOf(assembleAnswer(draft), log.violations(), draft);
}

function takeFrame(draft: ResponseDraft, sse: SseFrame, log: ResponsesStreamLog): void {
  const payload = payloadOf(sse);
  const { index: frame, event: name } = sse;
  const place = { draft, frame, log };
  if (payload.kind === 'done') {
    takeDone(draft, frame, log);
    return;
  }
  if (isOver(draft, payload.kind === 'object' ? textAt(payload.value, 'type') : undefined)) {
    tell(place, 'nothing-after-end', `another event (${shown(name ?? '')})`);
    return;
  }
  if (payload.kind === 'other') {
    tell(place, 'frame-json', payload.came);
    return;
  }
  takeEvent({ ...place, name, event: payload.value });
}

/** OpenAI does not send the marker, and Open Responses insists on it: it may come, and belongs to the end. */
function takeDone(draft: ResponseDraft, frame: number, log: ResponsesStreamLog): void {
  const place = { draft, frame, log };
  if (draft.phase === 'done') tell(place, 'nothing-after-end', '[DONE] once more');
  if (draft.phase === 'start' || draft.phase === 'open') tell(place, 'terminal-present', '[DONE]');
  if (draft.phase === 'ended') draft.terminal = frame;
  draft.phase = 'done';
}

function isOver({ phase }: ResponseDraft, type: string | undefined): boolean {
  return phase === 'done' || phase === 'ended' || (phase === 'error' && type !== 'response.failed');
}

function takeEvent(step: Step): void {
  const { event } = step;
  const type = textAt(event, 'type');
  if (!type) {
    tell(step, 'event-typed', `an event whose \`type\` is ${describe(event['type'])}`, 'an event with its type');
    // In the envelope of another API, which clients of this one read or pass over: it ends the answer all the same.
    if ((event['error'] ?? event['error_code'] ?? null) !== null) takeError(step);
    return;
  }
  checkName(step, type);
  takeSequenceNumber(step);
  const take = events.get(type);
  if (take !== undefined) take(step);
  else if (!/^[\w.-]+:./.test(type)) tell(step, 'event-known', `an event of type ${shown(type)}`);
}

function checkName(step: Step, type: string): void {
  const { name, event } = step;
  // Of these the name decides whether clients see an error at all, which has a rule of its own.
  if (name === type || isFlat(event)) return;
  const legal = `the name ${shown(type)}`;
  if (name === undefined) tell(step, 'event-named', `${typeOf(step)} without a name`, legal);
  else tell(step, 'event-name-matches', `${typeOf(step)} with the name ${shown(name)}`, legal);
}
