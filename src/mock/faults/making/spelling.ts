import type { Deviate } from '../../deviation/deviation.js';
import type { Message } from '../../gateway/message.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { type Edit, isRecord } from './edit.js';
import { respond } from './responses.js';
import { jsonOf } from './streams.js';
import type { Where } from './where.js';

/** Writes the JSON of answers, errors and events in another way. */
export function spell(where: Where, written: (value: unknown) => string): Deviate {
  return respond(where, (message) => ({ ...message, body: spelt(message.body, written) }));
}

/** Edits the JSON of answers, errors and events alike. */
export function editEverywhere(where: Where, edit: Edit): Deviate {
  return spell(where, (value) => JSON.stringify(edit(value)));
}

/** Changes every value in a value, the innermost first. */
export function throughout(change: (value: unknown, name?: string) => unknown): Edit {
  const through = (value: unknown, name?: string): unknown => {
    if (Array.isArray(value)) {
      return change(
        value.map((item) => through(item)),
        name,
      );
    }
    if (!isRecord(value)) return change(value, name);
    const entries = Object.entries(value).map(([key, inner]) => [key, through(inner, key)] as const);
    return change(Object.fromEntries(entries), name);
  };
  return (value) => through(value);
}

function spelt(body: Message['body'], written: (value: unknown) => string): Message['body'] {
  switch (body.kind) {
    case 'json':
      return { kind: 'text', text: written(body.value) };
    case 'events':
      return { ...body, events: eventsSpelt(body.events, written) };
    case 'text':
      return body;
  }
}

function* eventsSpelt(
  events: Iterable<ServerSentEvent>,
  written: (value: unknown) => string,
): Generator<ServerSentEvent> {
  for (const event of events) {
    const value = jsonOf(event);
    yield value === undefined ? event : { ...event, data: written(value) };
  }
}
