import { HttpResponse } from 'msw';
import { eventStream } from '../event-stream.js';
import type { Message } from './message.js';

/** A stream is made while it is read; anything else is whole, and says how long it is. */
export function toResponse({ status, headers, body }: Message): Response {
  if (body.kind === 'events') return new HttpResponse(eventStream(body.events, body.pace), { status, headers });
  const bytes = Buffer.from(body.kind === 'text' ? body.text : JSON.stringify(body.value));
  return new HttpResponse(bytes, { status, headers: { ...headers, 'content-length': String(bytes.length) } });
}
