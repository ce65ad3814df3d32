import type { StreamLog, StreamRule } from '../../stream/index.js';

/** The grammar of a streamed message, from Anthropic's page "Streaming Messages" and what its SDKs rely on. */
export const messagesStreamRules = {
  'frame-json': { level: 'MUST', statement: 'Every event is a JSON object.' },
  'event-named': { level: 'MUST', statement: 'Every event has a name, and its `type` is the same.' },
  'event-known': { level: 'SHOULD', statement: 'Every event has a type, which is not one of another API.' },
  'done-marker-foreign': { level: 'SHOULD', statement: 'No `[DONE]` comes: that is how another API ends.' },
  'message-start-first': { level: 'MUST', statement: '`message_start` comes before everything but pings and errors.' },
  'message-start-once': { level: 'MUST', statement: '`message_start` comes once.' },
  'message-start-whole': {
    level: 'MUST',
    statement: '`message_start` has a whole message, with empty content, no stop reason, and usage.',
  },
  'blocks-indexed': { level: 'MUST', statement: 'The indices of the blocks are 0, 1, 2 …, in order and without gaps.' },
  'blocks-apart': { level: 'MUST', statement: 'A block begins when the one before it has stopped.' },
  'block-start-whole': {
    level: 'MUST',
    statement:
      'A block begins with a type and what blocks of its type have: text, thinking, data, or an id and a name.',
  },
  'tool-input-starts-empty': { level: 'MUST', statement: 'The input of a tool_use block begins as an empty object.' },
  'tool-ids-unique': { level: 'MUST', statement: 'Every tool_use block has an id of its own.' },
  'delta-in-block': { level: 'MUST', statement: 'A delta belongs to the block that is open.' },
  'delta-matches-block': { level: 'MUST', statement: 'The type of a delta fits the type of its block.' },
  'delta-well-formed': { level: 'MUST', statement: 'A delta carries what its type promises.' },
  'stop-in-block': {
    level: 'MUST',
    statement: '`content_block_stop` belongs to the block that is open, and comes once.',
  },
  'block-stopped': {
    level: 'MUST',
    statement: 'Every block has stopped when `message_delta` or `message_stop` comes.',
  },
  'blocks-before-delta': { level: 'MUST', statement: 'No block comes after `message_delta`.' },
  'tool-input-object': {
    level: 'MUST',
    statement: 'The fragments of a tool input join to the JSON text of one object, unless the message was cut off.',
  },
  'thinking-signed': {
    level: 'MUST',
    statement: 'Every thinking block ends with exactly one signature, unless the message was cut off.',
  },
  'message-delta-whole': { level: 'MUST', statement: '`message_delta` has a delta, and usage with the output tokens.' },
  'usage-cumulative': {
    level: 'MUST',
    statement: 'The counts of `message_delta` are running totals: none is below an earlier one.',
  },
  'finish-reason-known': { level: 'MUST', statement: '`stop_reason` is null or a reason that the API defines.' },
  'finish-reason-given': {
    level: 'MUST',
    statement: 'A `message_delta` has given the stop reason when `message_stop` comes.',
  },
  'finish-matches-tool-calls': {
    level: 'MUST',
    statement: 'The message stops for "tool_use" when and only when it has a tool_use block, unless it was cut off.',
  },
  'stop-sequence-named': {
    level: 'MUST',
    statement: '`stop_sequence` says which sequence was met when and only when the message stopped for one.',
  },
  'error-well-formed': {
    level: 'MUST',
    statement: 'An error in mid-stream is an `error` object with a type and a message.',
  },
  'terminal-present': { level: 'MUST', statement: 'The stream ends with `message_stop`, or with an error.' },
  'nothing-after-end': { level: 'MUST', statement: 'Nothing comes after `message_stop` or an error.' },
} as const satisfies Readonly<Record<string, StreamRule>>;

export type MessagesStreamLog = StreamLog<keyof typeof messagesStreamRules>;
