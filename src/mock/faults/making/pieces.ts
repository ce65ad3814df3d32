import type { ServerSentEvent } from '../../server-sent-events.js';
import { type Edit, replace } from './edit.js';
import { throughout } from './spelling.js';
import { editedEvent } from './streams.js';

/** Where each dialect has the piece of text that an event brings. */
const places = [
  '$.choices[0].delta.content',
  '$.delta.text',
  '$.candidates[0].content.parts[0].text',
  '$.delta',
] as const;

/** The piece of text that an event brings, if it brings one. */
export function pieceOf(event: ServerSentEvent): string | undefined {
  const found: string[] = [];
  for (const place of places) changePiece(event, place, (text) => found.push(text));
  return found[0];
}

export function withPiece(event: ServerSentEvent, text: string): ServerSentEvent {
  return places.reduce((before, place) => changePiece(before, place, () => text), event);
}

/** Changes what an answer or an event says, wherever a dialect has text. */
export function textBy(change: (text: string) => string): Edit {
  return throughout((value, name) =>
    typeof value === 'string' && name !== undefined && textNames.has(name) ? change(value) : value,
  );
}

const textNames = new Set(['content', 'text', 'delta', 'refusal']);

function changePiece(event: ServerSentEvent, place: string, change: (text: string) => unknown): ServerSentEvent {
  return editedEvent(
    event,
    replace(place, (old: unknown) => (typeof old === 'string' ? change(old) : old)),
  );
}
