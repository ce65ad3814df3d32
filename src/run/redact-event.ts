import type { JournalEvent } from '../journal/index.js';
import { isJsonObject } from '../json/index.js';
import type { Redactor } from '../wire/index.js';

/**
 * An event without secrets: a spec may hold one, and a gateway may echo one that a finding quotes. Exchanges are
 * redacted as bytes before they become events.
 */
export function redactEvent<Event extends JournalEvent>(event: Event, redactor: Redactor): Event {
  if (event.event === 'exchange') return event;
  // Nearly all hold none, and one search over all of an event tells.
  const text = JSON.stringify(event);
  return redactor.text(text) === text ? event : (redacted(event, redactor) as Event);
}

function redacted(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.text(value);
  if (Array.isArray(value)) return value.map((item) => redacted(item, redactor));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [redactor.text(key), redacted(inner, redactor)]),
  );
}
