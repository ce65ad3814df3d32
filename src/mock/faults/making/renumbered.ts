import type { Deviate } from '../../deviation/deviation.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { replace } from './edit.js';
import { editedEvent, jsonOf } from './streams.js';

/** Numbers the events of a changed stream anew, as a gateway does that never knew it otherwise. */
export function renumbered(deviate: Deviate): Deviate {
  return () => {
    const deviation = deviate();
    if (deviation.at !== 'events') return deviation;
    const { change } = deviation;
    return { at: 'events', change: (events, asked) => numbered(change(events, asked)) };
  };
}

function* numbered(events: Iterable<ServerSentEvent>): Generator<ServerSentEvent> {
  let number = 0;
  for (const event of events) {
    if (jsonOf(event) === undefined) yield event;
    else {
      yield editedEvent(event, replace('$.sequence_number', number));
      number += 1;
    }
  }
}
