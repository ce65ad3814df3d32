import type { Json, JsonObject } from '../../json/index.js';
import { decodeSse, type SseFrame } from '../../wire/index.js';

/** How a frame is written; the standard lets a gateway choose. */
export interface Spelling {
  readonly lineEnd?: '\n' | '\r\n' | '\r';
  /** Between the colon and the value. */
  readonly space?: '' | ' ';
  /** The name of the event; without it no `event` line. */
  readonly event?: string;
}

/** One event as it crosses the wire. A string is the data as it is, anything else is written as JSON. */
export function event(data: Json, { lineEnd = '\n', space = ' ', event: name }: Spelling = {}): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return [...(name === undefined ? [] : [`event:${space}${name}`]), `data:${space}${text}`, '', ''].join(lineEnd);
}

/** Every object as an event that is named for its `type`, as Messages writes them; a string is raw bytes. */
export function named(events: readonly (JsonObject | string)[], spelling: Spelling = {}): string {
  return events
    .map((each) =>
      typeof each === 'string' ? each : event(each, { ...spelling, event: spelling.event ?? String(each['type']) }),
    )
    .join('');
}

/** Every member as an event without a name, as Chat Completions writes them. */
export function unnamed(events: readonly Json[], spelling: Spelling = {}): string {
  return events.map((each) => event(each, spelling)).join('');
}

/** The frames in these bytes. */
export function framesOf(stream: string): readonly SseFrame[] {
  return decodeSse(Buffer.from(stream)).frames;
}
