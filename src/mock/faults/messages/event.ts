import type { ServerSentEvent } from '../../server-sent-events.js';

/** An event as the Messages API names it. */
export function eventOf(type: string, fields: object = {}): ServerSentEvent {
  return { event: type, data: JSON.stringify({ type, ...fields }) };
}
