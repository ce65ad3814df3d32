import type { StreamLog, StreamRule } from '../../stream/index.js';

/**
 * The grammar of a streamed Gemini answer, from the API reference ("streamGenerateContent") and from what Google's SDKs
 * can read. These are no readers of event streams: they cut at blank lines and take what stands behind a leading
 * `data:` for JSON, so that more is forbidden here than the standard forbids.
 */
export const geminiStreamRules = {
  'frame-json': { level: 'MUST', statement: 'Every event is a JSON object.' },
  'done-marker-foreign': {
    level: 'MUST',
    statement: 'No `[DONE]` comes: that is how another API ends, and clients of this one fail on it.',
  },
  'event-unnamed': { level: 'MUST', statement: 'Events have no name, not even "message".' },
  'data-line-only': {
    level: 'MUST',
    statement: 'An event has one `data` line and no other field: no id, no retry time.',
  },
  'comments-absent': { level: 'MUST', statement: 'No comments come, not even to keep the connection alive.' },
  'chunk-shaped': {
    level: 'MUST',
    statement: 'Every chunk has a list of candidates, feedback on the prompt, or usage.',
  },
  'choices-indexed': {
    level: 'MUST',
    statement: 'The indices of all candidates together are 0 to n-1; one that is left out is 0.',
  },
  'role-first': {
    level: 'MUST',
    statement: 'The first content of a candidate has the role "model", and no later one another.',
  },
  'content-well-formed': {
    level: 'MUST',
    statement: 'Content has a list of parts, or none, and every part carries what its kind promises.',
  },
  'tool-calls-named': { level: 'MUST', statement: 'Every function call has the name of a function.' },
  'tool-ids-unique': {
    level: 'MUST',
    statement: 'Every function call of a candidate that has an id has one of its own.',
  },
  'tool-arguments-object': {
    level: 'MUST',
    statement: 'The args of every function call are an object, whole in one part.',
  },
  'finish-reason-known': { level: 'MUST', statement: 'A `finishReason` is one that the API defines.' },
  'nothing-after-finish': {
    level: 'MUST',
    statement: 'A candidate that has finished brings nothing more and does not finish again.',
  },
  'blocked-prompt-silent': { level: 'MUST', statement: 'A prompt that is blocked gets no candidates.' },
  'usage-counted': {
    level: 'MUST',
    statement: 'Usage counts in whole numbers, of prompt and total where it comes last.',
  },
  'usage-cumulative': {
    level: 'MUST',
    statement: 'The counts of usage are running totals: none is below an earlier one.',
  },
  'usage-adds-up': {
    level: 'MUST',
    statement: 'In the last usage the total is the sum of the tokens of prompt, candidates, thoughts and tool use.',
  },
  'identity-constant': {
    level: 'MUST',
    statement: '`responseId` and `modelVersion` are the same in all chunks that have them.',
  },
  'error-well-formed': {
    level: 'MUST',
    statement:
      'An error in mid-stream is an `error` object with an HTTP status as a number in `code`, a message, and a status by name.',
  },
  'terminal-present': {
    level: 'MUST',
    statement:
      'The stream ends when every candidate has a `finishReason`, when the prompt is blocked, or with an error.',
  },
  'nothing-after-end': {
    level: 'MUST',
    statement: 'Behind the last `finishReason` or a blocked prompt only usage comes, and behind an error nothing.',
  },
} as const satisfies Readonly<Record<string, StreamRule>>;

export type GeminiStreamLog = StreamLog<keyof typeof geminiStreamRules>;
