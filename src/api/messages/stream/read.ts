import type { JsonObject } from '../../../json/index.js';
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
import { takeBlockStart, takeBlockStop } from './block.js';
import { takeBlockDelta } from './block-delta.js';
import { takeError } from './error.js';
import { takeMessageDelta } from './message-delta.js';
import { takeMessageStart } from './message-start.js';
import { takeMessageStop } from './message-stop.js';
import { type MessagesStreamLog, messagesStreamRules } from './rules.js';
import { beginMessage, type MessageDraft, placeOf } from './state.js';

/** Reads a streamed message. Never throws, whatever the frames. */
export function readMessagesStream(frames: readonly SseFrame[]): StreamReading {
  const log = createStreamLog(messagesStreamRules);
  const draft = beginMessage();
  for (const frame of dispatched(frames)) takeFrame(draft, frame, log);
  if (draft.error === undefined && draft.terminal === undefined) {
    log.report('terminal-present', { ...placeOf(draft, frameAfter(frames)), came: 'the end of the stream' });
  }
  return readingOf(assembleAnswer(draft), log.violations(), draft);
}

function takeFrame(draft: MessageDraft, frame: SseFrame, log: MessagesStreamLog): void {
  const payload = payloadOf(frame);
  const at = placeOf(draft, frame.index);
  if (payload.kind === 'done') {
    log.report('done-marker-foreign', { ...at, came: '[DONE]' });
    return;
  }
  if (draft.phase === 'stopped' || draft.phase === 'error') {
    log.report('nothing-after-end', { ...at, came: `another event (${shown(frame.event ?? '')})` });
    return;
  }
  if (payload.kind === 'other') {
    log.report('frame-json', { ...at, came: payload.came });
    return;
  }
  const body = payload.value;
  const type = textAt(body, 'type');
  if (type === undefined || type !== frame.event) {
    // Clients choose by the one or by the other: without the name the TypeScript SDK sees no event at all.
    const name = frame.event === undefined ? 'without a name' : `with the name ${shown(frame.event)}`;
    const came = `an event ${name} whose \`type\` is ${describe(body['type'])}`;
    log.report('event-named', { ...at, legal: 'an event whose name is its `type`', came });
  }
  const take = events.get(type ?? frame.event ?? '') ?? (isForeignError(body) ? takeError : undefined);
  if (take !== undefined) take(draft, body, frame.index, log);
  else if (type === undefined || isOfAnotherApi(type, body))
    log.report('event-known', { ...at, came: `an event of type ${shown(type ?? frame.event ?? '')}` });
}

type Take = (draft: MessageDraft, body: JsonObject, frame: number, log: MessagesStreamLog) => void;

const events: ReadonlyMap<string, Take> = new Map<string, Take>([
  ['ping', () => {}],
  ['message_start', takeMessageStart],
  ['content_block_start', takeBlockStart],
  ['content_block_delta', takeBlockDelta],
  ['content_block_stop', takeBlockStop],
  ['message_delta', takeMessageDelta],
  ['message_stop', takeMessageStop],
  ['error', takeError],
]);

/** Types that are new are to be passed over (Anthropic, "Versions"); those of OpenAI's streams are none of them. */
function isOfAnotherApi(type: string, body: JsonObject): boolean {
  return type.startsWith('response.') || type === 'keepalive' || 'object' in body;
}

/** An error in the envelope of another API, which clients of this one pass over: it ends the answer all the same. */
function isForeignError(body: JsonObject): boolean {
  return (body['error'] ?? null) !== null || (body['error_code'] ?? null) !== null;
}
