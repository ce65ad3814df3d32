import type { Json, JsonObject } from '../../json/index.js';
import { functionCallItem, messageItem, reasoningItem, refusalPart, response } from './responses-bodies.js';
import { named, type Spelling } from './streams.js';

// The events of a streamed response, legal as they are.

/** The bytes of a stream whose events are numbered from 0 on; one that has a number keeps it, and a string is raw bytes. */
export function numbered(events: readonly (JsonObject | string)[], spelling: Spelling = {}): string {
  let next = 0;
  const each = events.map((event) => (typeof event === 'string' ? event : { sequence_number: next++, ...event }));
  return named(each, spelling);
}

const carrying = (type: string, fields: JsonObject): JsonObject => ({ type, response: response(fields) });

export const creating = (fields: JsonObject = {}): JsonObject =>
  carrying('response.created', { status: 'in_progress', output: [], usage: null, ...fields });
export const completing = (output: Json, fields: JsonObject = {}): JsonObject =>
  carrying('response.completed', { output, ...fields });
export const cutting = (output: Json, fields: JsonObject = {}): JsonObject =>
  carrying('response.incomplete', {
    status: 'incomplete',
    output,
    incomplete_details: { reason: 'max_output_tokens' },
    ...fields,
  });
export const failing = (error: Json = { code: 'server_error', message: 'Overloaded.' }): JsonObject =>
  carrying('response.failed', { status: 'failed', output: [], usage: null, error });

export const created = creating();
export const progress: JsonObject = carrying('response.in_progress', { status: 'in_progress', output: [] });
export const keepalive: JsonObject = { type: 'keepalive' };

export const adding = (item: Json, index: Json = 0): JsonObject => ({
  type: 'response.output_item.added',
  output_index: index,
  item,
});
export const finishing = (item: Json, index: Json = 0): JsonObject => ({
  type: 'response.output_item.done',
  output_index: index,
  item,
});

/** An event of the only part of the only item, which is a message. */
export const ofPart = (type: string, fields: JsonObject = {}): JsonObject => ({
  type: `response.${type}`,
  item_id: 'msg_1',
  output_index: 0,
  content_index: 0,
  ...fields,
});

export const textPart = (text: string): JsonObject => ({ type: 'output_text', text, annotations: [] });
export const delta = (text: Json, fields: JsonObject = {}): JsonObject =>
  ofPart('output_text.delta', { delta: text, logprobs: [], ...fields });
export const textDone = (text: Json, fields: JsonObject = {}): JsonObject =>
  ofPart('output_text.done', { text, logprobs: [], ...fields });
export const partAdded = (part: Json = textPart(''), fields: JsonObject = {}): JsonObject =>
  ofPart('content_part.added', { part, ...fields });
export const partDone = (part: Json = textPart('Hello.'), fields: JsonObject = {}): JsonObject =>
  ofPart('content_part.done', { part, ...fields });

export const openMessage = messageItem({ status: 'in_progress' }, []);
export const opened = adding(openMessage);
export const message = messageItem();
export const saying = [delta('Hel'), delta('lo.'), textDone('Hello.')];
export const said = [opened, partAdded(), ...saying, partDone(), finishing(message)];
export const completed = completing([message]);

export const refusal = messageItem({}, [refusalPart]);
export const refused = [
  opened,
  partAdded({ type: 'refusal', refusal: '' }),
  ofPart('refusal.delta', { delta: "I can't help" }),
  ofPart('refusal.delta', { delta: ' with that.' }),
  ofPart('refusal.done', { refusal: refusalPart['refusal'] as string }),
  partDone(refusalPart),
  finishing(refusal),
];

/** The events of a function call, in the order in which they come. */
export const callEvents = (call: JsonObject, index = 0, text = String(call['arguments'])): readonly JsonObject[] => {
  const of = { item_id: call['id'] as Json, output_index: index };
  return [
    adding({ ...call, status: 'in_progress', arguments: '' }, index),
    { type: 'response.function_call_arguments.delta', ...of, delta: '' },
    { type: 'response.function_call_arguments.delta', ...of, delta: text },
    { type: 'response.function_call_arguments.done', ...of, arguments: text, name: 'weather' },
    finishing({ ...call, arguments: text }, index),
  ];
};
export const call = functionCallItem();
export const secondCall = functionCallItem({ id: 'fc_2', call_id: 'call_2', arguments: '{"city":"Basel"}' });
export const called = callEvents(call);

/** An event of the only item, which is reasoning. */
export const ofReasoning = (type: string, fields: JsonObject): JsonObject => ({
  type: `response.${type}`,
  item_id: 'rs_1',
  output_index: 0,
  ...fields,
});
export const openReasoning = adding({ ...reasoningItem, summary: [] });
const summary = (text: string): JsonObject => ({ type: 'summary_text', text });
export const reasoned = [
  openReasoning,
  ofReasoning('reasoning_summary_part.added', { summary_index: 0, part: summary('') }),
  ofReasoning('reasoning_summary_text.delta', { summary_index: 0, delta: 'They greet.' }),
  ofReasoning('reasoning_summary_text.done', { summary_index: 0, text: 'They greet.' }),
  ofReasoning('reasoning_summary_part.done', { summary_index: 0, part: summary('They greet.') }),
  finishing(reasoningItem),
];

export const flatError: JsonObject = { type: 'error', code: 'server_error', message: 'Overloaded.', param: null };
export const nestedError: JsonObject = { type: 'error', error: { type: 'server_error', message: 'Overloaded.' } };

export const whole = [created, ...said, completed];
