import type { ServerSentEvent } from '../../server-sent-events.js';
import { isRecord, merge } from '../making/edit.js';
import { editedEvent, having, jsonOf } from '../making/streams.js';

// The chunks of a chat stream, by what they bring.
export const anyChoice = having('$.choices[0]');
export const text = having("$.choices[?@.delta.content && @.delta.content != '']");
export const finish = having('$.choices[*].finish_reason');
export const usage = having('$.usage');
export const callOpening = having('$.choices[*].delta.tool_calls[*].id');
export const callArguments = having('$.choices[*].delta.tool_calls[?!@.id].function.arguments');

/** The same chunk with another delta, as a gateway would add one. */
export function withDelta(event: ServerSentEvent, delta: object): ServerSentEvent {
  return editedEvent(event, merge('$.choices[*]', { delta, finish_reason: null }));
}

export function textIn(event: ServerSentEvent): string {
  const [choice] = choicesIn(jsonOf(event));
  const content: unknown = Reflect.get(Object(Reflect.get(Object(choice), 'delta')), 'content');
  return typeof content === 'string' ? content : '';
}

function choicesIn(chunk: unknown): readonly unknown[] {
  const choices = isRecord(chunk) ? chunk['choices'] : undefined;
  return Array.isArray(choices) ? choices : [];
}
