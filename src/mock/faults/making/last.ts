import type { Deviate } from '../../deviation/deviation.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { stream, type Which } from './streams.js';
import type { Where } from './where.js';

/** Puts any number of events in the place of the last one that is meant: what may be it is held back until it is known. */
export function exchangeLast(
  where: Where,
  which: Which,
  by: (event: ServerSentEvent) => readonly ServerSentEvent[],
): Deviate {
  return stream(where, function* (events) {
    const isMeant = which();
    let held: ServerSentEvent | undefined;
    const behind: ServerSentEvent[] = [];
    let number = 0;
    for (const event of events) {
      if (isMeant(event, number)) {
        if (held !== undefined) yield held;
        yield* behind.splice(0);
        held = event;
      } else if (held === undefined) yield event;
      else behind.push(event);
      number += 1;
    }
    if (held !== undefined) yield* by(held);
    yield* behind;
  });
}
