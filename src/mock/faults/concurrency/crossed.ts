import type { ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { pieceOf, withPiece } from '../making/pieces.js';
import { onModelApis } from '../making/where.js';
import { type Events, streamsWith, withEvents } from '../making/whole-streams.js';

/** True at each so manieth time that it is asked. */
function eachOf(count: number): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked % count === 0;
  };
}

export const crossedFaults: readonly Fault[] = [
  {
    id: 'concurrency.answer-of-another',
    sentence: 'One stream in fifty is that of another caller.',
    breaks: ['STREAM-54'],
    seen: 'BerriAI/litellm#25447',
    deviate: streamsWith(
      () => ({ isTurn: eachOf(50), whole: new Map<string, readonly ServerSentEvent[]>() }),
      (message, events, { isTurn, whole }, { api = '' }) => {
        const other = isTurn() ? whole.get(api) : undefined;
        return withEvents(message, other ?? noted(events, (all) => whole.set(api, all)));
      },
      onModelApis,
    ),
  },
  {
    id: 'concurrency.fragment-of-another',
    sentence: 'In one stream of fifty, one piece of text is that of another stream.',
    breaks: ['STREAM-54'],
    seen: 'BerriAI/litellm#35023',
    deviate: streamsWith(
      () => ({ isTurn: eachOf(50), latest: new Map<string, Piece>() }),
      (message, events, { isTurn, latest }, { api = '' }) => withEvents(message, mixed(events, isTurn(), latest, api)),
      onModelApis,
    ),
  },
  {
    id: 'concurrency.answer-of-a-like-prompt',
    sentence: 'A request that begins like one that is under way gets its answer.',
    breaks: ['STREAM-54'],
    deviate: streamsWith(
      () => ({ answers: new Map<string, ServerSentEvent[]>() }),
      (message, events, { answers }, { api = '', body }) => {
        const text = JSON.stringify(body?.['messages'] ?? body?.['input'] ?? body?.['contents']);
        const key = `${api} ${text.replace(/-\d.*/s, '')}`;
        const before = answers.get(key);
        if (before !== undefined) return withEvents(message, before);
        const all = [...events];
        answers.set(key, all);
        return withEvents(message, all);
      },
      onModelApis,
    ),
  },
];

interface Piece {
  readonly of: Events;
  readonly text: string;
}

function* mixed(events: Events, wrongly: boolean, latest: Map<string, Piece>, api: string): Events {
  let isWrong = wrongly;
  for (const event of events) {
    const text = pieceOf(event);
    const other = latest.get(api);
    const isForeign =
      isWrong && text !== undefined && other !== undefined && other.of !== events && other.text !== text;
    yield isForeign ? withPiece(event, other.text) : event;
    if (isForeign) isWrong = false;
    if (text !== undefined && /\w/.test(text)) latest.set(api, { of: events, text });
  }
}

function* noted(events: Events, tell: (all: readonly ServerSentEvent[]) => void): Events {
  const all: ServerSentEvent[] = [];
  for (const event of events) {
    all.push(event);
    yield event;
  }
  tell(all);
}
