import type { StreamLog, StreamRule } from '../../stream/index.js';

/**
 * The grammar of a streamed chat completion, from OpenAI's API reference ("The chat completion chunk object").
 * A SHOULD where this gateway is known to differ: finish reasons that never come (databricks/unity-gateway#215), and
 * usage in every chunk (databricks/databricks-ai-bridge#176).
 */
export const chatStreamRules = {
  'frame-json': { level: 'MUST', statement: 'Every event is a JSON object or `[DONE]`.' },
  'event-unnamed': {
    level: 'SHOULD',
    statement: 'Events have no name, or "message"; an error may also be named "error".',
  },
  'chunk-typed': { level: 'MUST', statement: '`object` is "chat.completion.chunk" in every chunk.' },
  'chunk-identified': { level: 'MUST', statement: 'Every chunk has an id, a time of creation and a model.' },
  'identity-constant': { level: 'MUST', statement: '`id`, `created` and `model` are the same in all chunks.' },
  'choices-listed': { level: 'MUST', statement: 'Every chunk has a list of choices, if only an empty one.' },
  'choices-indexed': { level: 'MUST', statement: 'Every choice has an index, and all of them together are 0 to n-1.' },
  'choice-present': { level: 'MUST', statement: 'At least one choice comes before `[DONE]`.' },
  'delta-present': { level: 'MUST', statement: 'Every choice has a delta.' },
  'role-first': {
    level: 'MUST',
    statement: 'The first delta of a choice says that its role is "assistant", and no later one says otherwise.',
  },
  'content-well-formed': {
    level: 'MUST',
    statement:
      'The content of a delta is a string, null, or a list of blocks with their types and texts; a refusal is a string or null.',
  },
  'finish-key-present': {
    level: 'SHOULD',
    statement: 'Every choice has a `finish_reason`, null until it finishes.',
  },
  'finish-reason-known': {
    level: 'MUST',
    statement: '`finish_reason` is null or a reason that the API defines, and never empty.',
  },
  'finish-reason-given': { level: 'SHOULD', statement: 'Every choice has finished when `[DONE]` comes.' },
  'finish-once': { level: 'MUST', statement: 'A choice finishes once.' },
  'nothing-after-finish': { level: 'MUST', statement: 'A choice that has finished brings nothing more.' },
  'finish-matches-tool-calls': {
    level: 'MUST',
    statement:
      'A choice finishes with "tool_calls" when and only when it has tool calls, unless it was cut off or forced to one function.',
  },
  'tool-calls-indexed': {
    level: 'MUST',
    statement: 'Every tool call delta has an index; each new call takes the next one from 0 on and keeps it.',
  },
  'tool-call-opened': {
    level: 'MUST',
    statement: 'The first delta of a tool call has its id, the type "function" and the name of the function.',
  },
  'tool-call-named-once': {
    level: 'MUST',
    statement: 'Later deltas of a tool call repeat neither its id nor its name, and do not null the name.',
  },
  'tool-ids-unique': { level: 'MUST', statement: 'Every tool call of a choice has an id of its own.' },
  'tool-arguments-text': { level: 'MUST', statement: 'Arguments come as fragments of text.' },
  'tool-arguments-object': {
    level: 'MUST',
    statement: 'The fragments of arguments join to the JSON text of one object, unless the choice was cut off.',
  },
  'usage-counted': {
    level: 'MUST',
    statement: 'Usage counts prompt, completion and total tokens in whole numbers, complete where it comes last.',
  },
  'usage-adds-up': { level: 'MUST', statement: '`total_tokens` is the sum of prompt and completion tokens.' },
  'usage-last': {
    level: 'SHOULD',
    statement: 'Usage comes once, in a chunk without choices, behind the last finish reason.',
  },
  'usage-as-asked': {
    level: 'SHOULD',
    statement: 'Usage comes when and only when `stream_options.include_usage` asks for it.',
  },
  'error-well-formed': { level: 'MUST', statement: 'An error in mid-stream is an `error` object with a message.' },
  'terminal-present': { level: 'MUST', statement: 'The stream ends with `[DONE]`, or with an error.' },
  'nothing-after-end': {
    level: 'MUST',
    statement: 'Nothing comes after `[DONE]`, and after an error nothing but `[DONE]`.',
  },
} as const satisfies Readonly<Record<string, StreamRule>>;

export type ChatStreamLog = StreamLog<keyof typeof chatStreamRules>;
