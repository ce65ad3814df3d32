/** One event of an event stream. `event` is its name; a line break in `data` separates lines. */
export interface ServerSentEvent {
  /** Without line breaks. */
  readonly event?: string;
  readonly data: string;
}

/** An event as it stands on the wire (WHATWG HTML Living Standard, "Server-sent events"), its blank line included. */
export function encodeEvent({ event, data }: ServerSentEvent): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${event === undefined ? '' : `event: ${event}\n`}${lines.join('')}\n`;
}
