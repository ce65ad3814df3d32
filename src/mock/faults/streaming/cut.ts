import type { Deviate } from '../../deviation/deviation.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { isStream, send } from '../making/bytes.js';
import { upTo } from '../making/chunks.js';
import { pieceOf } from '../making/pieces.js';
import { renumberedEvents } from '../making/renumbered.js';
import { streamsAddUp, streamsAnswer } from '../making/requirements.js';
import { breakAt, drop, endAt, every, stream, type Which } from '../making/streams.js';
import { asksForStream } from '../making/where.js';

// Google's last piece also ends the stream.
const pieces: Which = () => (event) => (pieceOf(event) ?? '') !== '' && !event.data.includes('"finishReason"');

/** The so manieth piece of text, counted from 0. */
const piece = (wanted: number): Which => {
  return () => {
    const isPiece = pieces();
    let count = -1;
    return (event, number) => {
      if (isPiece(event, number)) count += 1;
      else return false;
      return count === wanted;
    };
  };
};

export const cutStreamFaults: readonly Fault[] = [
  {
    id: 'streaming.ends-early',
    sentence: 'A stream ends after its second piece of text as if it were complete, without its last event.',
    breaks: [...streamsAnswer, ...streamsAddUp],
    seen: 'ollama/ollama#14600',
    deviate: endAt(asksForStream, piece(1), { included: true }),
  },
  {
    id: 'streaming.breaks-off',
    sentence: 'The connection breaks after the second piece of the text of a stream.',
    breaks: [...streamsAnswer, ...streamsAddUp],
    seen: 'apache/apisix#12045',
    deviate: breakAt(asksForStream, piece(1)),
  },
  {
    id: 'streaming.cut-within-an-event',
    sentence: 'A stream ends within an event, after 1300 bytes.',
    breaks: ['STREAM-22'],
    deviate: send(asksForStream, (usual) => (isStream(usual) ? { ...usual, body: upTo(usual.body, 1300) } : usual)),
  },
  {
    id: 'streaming.empty',
    sentence: 'A stream has the status 200 and not one byte.',
    breaks: streamsAnswer,
    seen: 'preloop/preloop!121',
    deviate: drop(asksForStream, every),
  },
  {
    id: 'streaming.only-its-end',
    sentence: 'A stream without any text has an end as if it were complete.',
    breaks: [...streamsAnswer, ...streamsAddUp],
    seen: 'lemonade-sdk/lemonade#2826',
    deviate: stream(asksForStream, function* (events) {
      let last: ServerSentEvent | undefined;
      for (const event of events) last = event;
      if (last !== undefined) yield last;
    }),
  },
  {
    id: 'streaming.error-without-framing',
    sentence: 'An error in mid-stream is sent as JSON without framing.',
    breaks: [...streamsAnswer, 'STREAM-15'],
    seen: 'lemonade-sdk/lemonade#2826',
    deviate: send(asksForStream, (usual) => (isStream(usual) ? { ...usual, body: withRawError(usual.body) } : usual)),
  },
  {
    id: 'streaming.last-piece-lost',
    sentence: 'The last piece of the text of a stream never comes.',
    breaks: streamsAddUp,
    seen: 'maximhq/bifrost#597',
    deviate: stream(asksForStream, function* (events) {
      const all = [...events];
      const isPiece = pieces();
      const lost = all.findLastIndex(isPiece);
      yield* renumberedEvents(all.filter((_, index) => index !== lost));
    }),
  },
  {
    id: 'streaming.first-piece-lost',
    sentence: 'The first piece of the text of a stream never comes.',
    breaks: streamsAddUp,
    deviate: pieceAs(0, () => []),
  },
  {
    id: 'streaming.piece-twice',
    sentence: 'The second piece of the text of a stream comes twice.',
    breaks: streamsAddUp,
    deviate: pieceAs(1, (event) => [event, event]),
  },
  {
    id: 'streaming.pieces-swapped',
    sentence: 'The second and the third piece of the text of a stream come in the wrong order.',
    breaks: streamsAddUp,
    deviate: stream(asksForStream, (events) => renumberedEvents(swapped(events))),
  },
];

async function* withRawError(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    if (count === 4) {
      yield Buffer.from('{"error_code":"INTERNAL_ERROR","message":"The model went away."}');
      return;
    }
    count += 1;
    yield chunk;
  }
}

function* swapped(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  const isSecond = piece(1)();
  let held: ServerSentEvent | undefined;
  for (const event of events) {
    if (isSecond(event, 0)) {
      held = event;
      continue;
    }
    yield event;
    if (held !== undefined) yield held;
    held = undefined;
  }
}

/** Puts events in the place of a piece of text; those of a Responses stream are numbered as if nothing had happened. */
function pieceAs(wanted: number, by: (event: ServerSentEvent) => readonly ServerSentEvent[]): Deviate {
  return stream(asksForStream, function* (events) {
    const isMeant = piece(wanted)();
    yield* renumberedEvents([...events].flatMap((event) => (isMeant(event, 0) ? by(event) : [event])));
  });
}
