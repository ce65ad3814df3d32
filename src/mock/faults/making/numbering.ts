import type { ServerSentEvent } from '../../server-sent-events.js';
import { replace } from './edit.js';
import { editedEvent } from './streams.js';

/** Numbers the events of a Responses stream anew, as a stream does into which events were put. */
export function* renumbered(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  let number = 0;
  for (const event of events) {
    const edited = editedEvent(event, replace('$.sequence_number', number));
    if (edited.data.includes('"sequence_number"')) number += 1;
    yield edited;
  }
}
