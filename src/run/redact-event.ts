import type { JournalEvent } from '../journal/index.js';
import { isJsonObject } from '../json/index.js';
import type { Redactor } from '../wire/index.js';

/**
 * An event without secrets. A gateway may echo a credential, and what it says is quoted in findings, observations and
 * reasons. Exchanges are redacted as bytes before they become events.
 */
export function redactEvent<Event extends JournalEvent>(event: Event, redactor: Redactor): Event {
  return event.event === 'exchange' ? event : (redacted(event, redactor) as Event);
}

function redacted(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.text(value);
  if (Array.isArray(value)) return value.map((item) => redacted(item, redactor));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [redactor.text(key), redacted(inner, redactor)]),
  );
}
