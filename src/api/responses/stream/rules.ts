import type { StreamLog, StreamRule } from '../../stream/index.js';

/**
 * The grammar of a streamed response: a MUST where OpenAI's API reference ("Streaming events") and the Open Responses
 * specification agree, a SHOULD where only one of them asks for it.
 */
export const responsesStreamRules = {
  'frame-json': { level: 'MUST', statement: 'Every event is a JSON object or `[DONE]`.' },
  'event-typed': { level: 'MUST', statement: 'Every event says its `type`.' },
  'event-named': { level: 'SHOULD', statement: 'Every event has a name.' },
  'event-name-matches': { level: 'MUST', statement: 'The name of an event, where it has one, is its `type`.' },
  'event-known': {
    level: 'SHOULD',
    statement: 'Every event is one that the API defines, a keep-alive, or a vendor\'s own as "vendor:event".',
  },
  'sequence-numbered': {
    level: 'MUST',
    statement: 'Every event but keep-alives has a `sequence_number`, which is one more than that of the event before.',
  },
  'created-first': {
    level: 'MUST',
    statement: '`response.created` comes before everything but keep-alives and errors.',
  },
  'created-once': { level: 'MUST', statement: '`response.created` comes once.' },
  'created-whole': {
    level: 'MUST',
    statement:
      '`response.created` has a whole response that is queued or in progress, with an empty output and no error.',
  },
  'identity-constant': {
    level: 'MUST',
    statement: '`id`, `created_at` and `model` are the same in every response that an event carries.',
  },
  'items-indexed': {
    level: 'MUST',
    statement: 'Items are added with an `output_index` of 0, 1, 2 …, in order and without gaps.',
  },
  'item-added-whole': {
    level: 'MUST',
    statement:
      'An item is added with a type and an id; a message as one of the assistant, a function call with call_id and name, and none as done already.',
  },
  'item-starts-empty': { level: 'SHOULD', statement: 'A message or a function call is added without what is to come.' },
  'tool-ids-unique': { level: 'MUST', statement: 'Every function call has a call_id of its own.' },
  'event-in-item': {
    level: 'MUST',
    statement: 'The events of an item come when it has been added and is not done, and name it by its `output_index`.',
  },
  'item-id-constant': { level: 'MUST', statement: 'The events of an item have the id with which it was added.' },
  'event-matches-item': { level: 'MUST', statement: 'The events of an item fit its type.' },
  'parts-indexed': { level: 'MUST', statement: 'The indices of the parts of an item are 0, 1, 2 …, in order.' },
  'part-added-whole': {
    level: 'MUST',
    statement: 'A part is added with a type that fits its item, and a text if it has one.',
  },
  'event-in-part': {
    level: 'MUST',
    statement:
      'The events of a part come when it has been added and is not done, and no delta behind the end of its text.',
  },
  'delta-matches-part': { level: 'MUST', statement: 'Texts and refusals come in parts of their own type.' },
  'delta-well-formed': { level: 'MUST', statement: 'Deltas carry text, and so do the events that end a text.' },
  'delta-logprobs': { level: 'SHOULD', statement: 'Every delta of an output text has a list of logprobs.' },
  'done-matches-deltas': {
    level: 'MUST',
    statement: 'The text, refusal or arguments at the end, and those of the part, are the deltas joined.',
  },
  'arguments-done-named': {
    level: 'SHOULD',
    statement: '`response.function_call_arguments.done` has the name of the function.',
  },
  'text-done': {
    level: 'MUST',
    statement: 'Every text and all arguments have ended when their part or item is done, unless it was cut off.',
  },
  'part-done': { level: 'MUST', statement: 'Every part is done when its item is, unless that was cut off.' },
  'item-done-whole': { level: 'MUST', statement: 'An item is done as an object that is no longer in progress.' },
  'item-matches-events': {
    level: 'MUST',
    statement: 'An item that is done is the one that was added, with what its events brought.',
  },
  'item-done': {
    level: 'MUST',
    statement: 'Every item is done when the response ends, unless it failed or was cut off in its last item.',
  },
  'reasoning-spelled-once': {
    level: 'MUST',
    statement: 'Reasoning comes as `response.reasoning_text` or as `response.reasoning`, and not as both.',
  },
  'tool-arguments-object': {
    level: 'MUST',
    statement: 'The arguments of a function call are the JSON text of one object, unless it was cut off.',
  },
  'terminal-whole': {
    level: 'MUST',
    statement:
      'The last event has a whole response with the status that it is named for, and no error unless it failed.',
  },
  'output-matches-items': {
    level: 'MUST',
    statement: 'The output of the last response is the items that were streamed, in their order.',
  },
  'usage-counted': {
    level: 'MUST',
    statement: 'A completed response counts input, output and total tokens in whole numbers.',
  },
  'usage-adds-up': { level: 'MUST', statement: '`total_tokens` is the sum of input and output tokens.' },
  'finish-reason-known': {
    level: 'MUST',
    statement: 'An incomplete response says which of the reasons that the API defines it had.',
  },
  'error-well-formed': {
    level: 'MUST',
    statement: 'An error has a message, in the event or in its `error`; so has the `error` of a failed response.',
  },
  'error-named': {
    level: 'MUST',
    statement: 'An error whose message is not in an `error` object has the name "error".',
  },
  'terminal-present': {
    level: 'MUST',
    statement:
      'The stream ends with `response.completed`, `response.incomplete` or `response.failed`, or with an error.',
  },
  'nothing-after-end': {
    level: 'MUST',
    statement: 'Nothing comes after the last event but one `[DONE]`; after an error also `response.failed` before it.',
  },
} as const satisfies Readonly<Record<string, StreamRule>>;

export type ResponsesStreamLog = StreamLog<keyof typeof responsesStreamRules>;
