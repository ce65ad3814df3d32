import type { Asked } from '../../deviation/asked.js';
import type { Deviate } from '../../deviation/deviation.js';
import type { Message } from '../../gateway/message.js';
import type { Edit } from './edit.js';
import type { Where } from './where.js';

/** Changes responses as a whole. */
export function respond(where: Where, change: (message: Message, asked: Asked) => Message | Promise<Message>): Deviate {
  return () => ({ at: 'message', change: (message, asked) => (where(asked) ? change(message, asked) : message) });
}

/** Edits the JSON of successful answers that are no stream. */
export function answers(where: Where, edit: Edit | ((value: unknown, asked: Asked) => unknown)): Deviate {
  return respond(where, (message, asked) =>
    message.status === 200 ? edited(message, (value) => edit(value, asked)) : message,
  );
}

/** Edits the JSON of errors. */
export function errors(where: Where, edit: Edit): Deviate {
  return respond(where, (message) => (message.status >= 400 ? edited(message, edit) : message));
}

/** Gives errors of some statuses another one. */
export function statuses(where: Where, from: number | readonly number[], to: number): Deviate {
  const meant = [from].flat();
  return respond(where, (message) => (meant.includes(message.status) ? { ...message, status: to } : message));
}

/** Changes headers; undefined takes one out. */
export function headers(where: Where, changes: Readonly<Record<string, string | undefined>>): Deviate {
  return respond(where, (message) => withHeaders(message, changes));
}

export function withHeaders(message: Message, changes: Readonly<Record<string, string | undefined>>): Message {
  const merged = Object.entries({ ...message.headers, ...changes });
  const kept = merged.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...message, headers: Object.fromEntries(kept) };
}

/** An error in the gateway's envelope. */
export function errorOf(status: number, code: string, message: string): Message {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-request-id': '00000000-0000-4000-8000-000000000000' },
    body: { kind: 'json', value: { error_code: code, message } },
  };
}

export function edited(message: Message, edit: Edit): Message {
  const { body } = message;
  return body.kind === 'json' ? { ...message, body: { kind: 'json', value: edit(body.value) } } : message;
}
