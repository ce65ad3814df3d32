import type { Deviate } from '../../deviation/deviation.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { replace } from './edit.js';
import { editedEvent } from './streams.js';

/** Numbers the events of a changed stream anew, as a gateway does that never knew it otherwise. */
export function renumbered(deviate: Deviate): Deviate {
  return () => {
    const deviation = deviate();
    if (deviation.at !== 'events') return deviation;
    const { change } = deviation;
    return { at: 'events', change: (events, asked) => renumberedEvents(change(events, asked)) };
  };
}

/** Numbers the events of a Responses stream from 0; what has no number gets none. */
export function* renumberedEvents(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  let number = 0;
  for (const event of events) {
    const edited = editedEvent(event, replace('$.sequence_number', number));
    if (edited.data.includes('"sequence_number"')) number += 1;
    yield edited;
  }
}
