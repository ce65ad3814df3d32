import type { Json } from '../../../json/index.js';
import type { SseFrame } from '../../../wire/index.js';
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
import { takeChunk } from './chunk.js';
import { checkCompleted } from './completed.js';
import { isErrorFrame, takeError } from './error.js';
import { type ChatStreamLog, chatStreamRules } from './rules.js';
import { beginChat, type ChatDraft, legalIn } from './state.js';

/** Reads a streamed completion. `sent` is the body of the request. Never throws, whatever the frames. */
export function readChatStream(frames: readonly SseFrame[], sent?: Json): StreamReading {
  const log = createStreamLog(chatStreamRules);
  const chat = beginChat();
  for (const frame of dispatched(frames)) takeFrame(chat, frame, log, sent);
  if (chat.error === undefined && chat.terminal === undefined) {
    const at = { frame: frameAfter(frames), state: chat.phase, legal: legalIn(chat.phase) };
    log.report('terminal-present', { ...at, came: 'the end of the stream' });
  }
  return readingOf(assembleAnswer(chat), log.violations(), chat);
}

function takeFrame(chat: ChatDraft, frame: SseFrame, log: ChatStreamLog, sent: Json | undefined): void {
  const payload = payloadOf(frame);
  const at = { frame: frame.index, state: chat.phase, legal: legalIn(chat.phase) };
  if (chat.phase === 'error' && payload.kind === 'done') {
    chat.phase = 'error-done';
    return;
  }
  if (chat.phase === 'done' || chat.phase === 'error' || chat.phase === 'error-done') {
    log.report('nothing-after-end', { ...at, came: payload.kind === 'done' ? '[DONE]' : 'another event' });
    return;
  }
  const failed = payload.kind === 'object' && isErrorFrame(payload.value);
  const names = ['', 'message', ...(failed ? ['error'] : [])];
  if (!names.includes(frame.event ?? '')) {
    const came = `an event with the name ${shown(frame.event ?? '')}`;
    log.report('event-unnamed', { ...at, legal: 'an event without a name', came });
  }
  switch (payload.kind) {
    case 'other':
      log.report('frame-json', { ...at, came: payload.came });
      return;
    case 'done':
      checkCompleted(chat, frame.index, log, sent);
      chat.phase = 'done';
      chat.terminal = frame.index;
      return;
    case 'object':
      if (failed) takeError(chat, payload.value, frame.index, log);
      else takeChunk(chat, payload.value, frame.index, log, sent);
  }
}
