import type { ServerSentEvent } from '../../server-sent-events.js';
import type { Fault } from '../fault.js';
import { isStream, send } from '../making/bytes.js';
import { whole } from '../making/chunks.js';
import { pieceOf, withPiece } from '../making/pieces.js';
import { stream } from '../making/streams.js';
import { asksForStream } from '../making/where.js';

export const paceFaults: readonly Fault[] = [
  {
    id: 'streaming.held-back',
    sentence: 'A stream is held back until all of it is there.',
    breaks: ['STREAM-22', 'STREAM-56'],
    seen: 'Kong/kong#14425',
    deviate: send(asksForStream, (usual) => (isStream(usual) ? { ...usual, body: whole(usual.body) } : usual)),
  },
  {
    id: 'streaming.text-in-one-event',
    sentence: 'All text of a stream comes in one event.',
    breaks: ['STREAM-22'],
    seen: 'Kong/kong!14079',
    deviate: stream(asksForStream, textTogether),
  },
  {
    id: 'streaming.hangs',
    sentence: 'A stream falls silent for good after its first event.',
    breaks: ['STREAM-58'],
    deviate: send(asksForStream, (usual) => (isStream(usual) ? { ...usual, body: silentAfter(usual.body, 1) } : usual)),
  },
  {
    id: 'streaming.never-ends',
    sentence: 'Nothing comes in the place of the last event of a stream, and the connection stays open.',
    breaks: ['STREAM-58'],
    deviate: send(asksForStream, (usual) =>
      isStream(usual) ? { ...usual, body: silentAfter(usual.body, 20) } : usual,
    ),
  },
];

function* textTogether(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  let first: ServerSentEvent | undefined;
  let text = '';
  for (const event of events) {
    const piece = pieceOf(event);
    const ends = event.data.includes('"finishReason"');
    if (piece !== undefined && !ends) {
      first ??= event;
      text += piece;
      continue;
    }
    if (first !== undefined) yield withPiece(first, text);
    first = undefined;
    text = '';
    yield event;
  }
}

async function* silentAfter(chunks: AsyncIterable<Uint8Array>, count: number): AsyncIterable<Uint8Array> {
  let sent = 0;
  for await (const chunk of chunks) {
    if (sent === count) await new Promise(() => {});
    sent += 1;
    yield chunk;
  }
}
