import type { Asked } from '../../deviation/asked.js';
import type { Deviate } from '../../deviation/deviation.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { type Edit, finds } from './edit.js';
import type { Where } from './where.js';

type Events = Iterable<ServerSentEvent>;
type IsMeant = (event: ServerSentEvent, number: number) => boolean;
/** Which events of a stream are meant, asked anew for each stream. Numbers count from 0. */
export type Which = () => IsMeant;

/** Changes the events of streams as a whole. */
export function stream(where: Where, change: (events: Events, asked: Asked) => Events): Deviate {
  return () => ({ at: 'events', change: (events, asked) => (where(asked) ? change(events, asked) : events) });
}

/** Puts any number of events in the place of those that are meant. */
export function exchange(
  where: Where,
  which: Which,
  by: (event: ServerSentEvent) => readonly ServerSentEvent[],
): Deviate {
  return stream(where, function* (events) {
    const isMeant = which();
    let number = 0;
    for (const event of events) {
      if (isMeant(event, number)) yield* by(event);
      else yield event;
      number += 1;
    }
  });
}

/** Edits the JSON of the events that are meant. */
export function editEvents(where: Where, which: Which, edit: Edit): Deviate {
  return exchange(where, which, (event) => [editedEvent(event, edit)]);
}

export function drop(where: Where, which: Which): Deviate {
  return exchange(where, which, () => []);
}

export function twice(where: Where, which: Which): Deviate {
  return exchange(where, which, (event) => [event, event]);
}

/** Only the first of the events that are meant. */
export function first(which: Which): Which {
  return () => {
    const isMeant = which();
    let seen = false;
    return (event, number) => {
      if (seen || !isMeant(event, number)) return false;
      seen = true;
      return true;
    };
  };
}

/** Ends streams behind the first event that is meant, or before it. */
export function endAt(where: Where, which: Which, { included }: { readonly included: boolean }): Deviate {
  return stream(where, function* (events) {
    const isMeant = which();
    let number = 0;
    for (const event of events) {
      const last = isMeant(event, number);
      if (!last || included) yield event;
      if (last) return;
      number += 1;
    }
  });
}

/** Breaks the connection behind the first event that is meant. */
export function breakAt(where: Where, which: Which): Deviate {
  return stream(where, function* (events) {
    const isMeant = which();
    let number = 0;
    for (const event of events) {
      yield event;
      if (isMeant(event, number)) throw new Error('The fault breaks the stream here.');
      number += 1;
    }
  });
}

/** Events that carry a name, in the frame or as the `type` of their JSON. */
export function named(...names: readonly string[]): Which {
  return () => (event) => names.includes(event.event ?? '') || names.includes(typeOf(jsonOf(event)) ?? '');
}

/** Events in whose JSON a path (RFC 9535) finds anything but null. */
export function having(path: string): Which {
  const found = finds(path);
  return () => (event) => found(jsonOf(event));
}

export const every: Which = () => () => true;

export function numbered(wanted: number): Which {
  return () => (_, number) => number === wanted;
}

export const endMark: Which =
  () =>
  ({ data }) =>
    data === '[DONE]';

/** Undefined for what is no JSON, such as an end mark. */
export function jsonOf({ data }: ServerSentEvent): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

export function editedEvent(event: ServerSentEvent, edit: Edit): ServerSentEvent {
  const value = jsonOf(event);
  return value === undefined ? event : { ...event, data: JSON.stringify(edit(value)) };
}

function typeOf(value: unknown): string | undefined {
  const type = typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined;
  return typeof type === 'string' ? type : undefined;
}
