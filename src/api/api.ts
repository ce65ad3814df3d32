import type { Json } from '../json/index.js';
import type { SseFrame } from '../wire/index.js';
import type { Answer } from './answer.js';
import type { Call, EncodedCall } from './call.js';
import type { RuleName } from './rules/names.js';
import type { StreamReading, StreamRule } from './stream/index.js';
import type { Violation } from './violation.js';

/** A dialect that the gateway speaks on several paths has a name for each: `chat-openai` is the dialect of `chat`. */
export const apiNames = [
  'chat',
  'chat-openai',
  'chat-cursor',
  'messages',
  'responses',
  'responses-openai',
  'responses-codex',
  'gemini',
  'embeddings',
] as const;
export type ApiName = (typeof apiNames)[number];

/** What specs may write in place of a list: every API, one of each dialect, and those that models converse on. */
export const apiGroups: Readonly<Record<'all' | 'dialects' | 'conversations', readonly ApiName[]>> = {
  all: apiNames,
  dialects: apiNames.filter((name) => !name.includes('-')),
  conversations: apiNames.filter((name) => name !== 'embeddings'),
};

/** A rule that a schema can't say. Written for specs to ask for by name: `rules: [usage-adds-up]`. */
export interface Rule {
  readonly name: RuleName;
  /** What holds when the rule holds, in one sentence. */
  readonly statement: string;
  /** `sent` is the body of the request; some rules allow more when they know what was asked for. */
  check(body: Json, sent?: Json): readonly Violation[];
}

/** A rule that other APIs have and this one can't, so that asking for it gets an explanation and not a silent pass. */
export interface InapplicableRule {
  readonly name: RuleName;
  readonly reason: string;
}

/** Everything that the harness knows about one wire dialect. */
export interface Api {
  readonly name: ApiName;
  /** As model services list it in `supported_api_types`, and on most APIs the path below `/ai-gateway/`. */
  readonly apiType: string;
  encode(call: Call): EncodedCall;
  /** Whether a path, without its query, is one of this API. */
  owns(path: string): boolean;
  /** Whether a request to this API asks for its answer as a stream. The path has its query; the body is what was sent. */
  asksForStream(path: string, body: Json | undefined): boolean;
  /** Undefined when the body is not shaped like a success of this API at all. */
  readAnswer(body: Json): Answer | undefined;
  /** Reads the frames of a stream, also a broken one. `sent` is the body of the request. Never throws. */
  readStream(frames: readonly SseFrame[], sent?: Json): StreamReading;
  readonly rules: readonly Rule[];
  /** Together with `rules` these are all the rules that there are. */
  readonly inapplicableRules: readonly InapplicableRule[];
  /** The rules of the grammar of its stream, by name. */
  readonly streamRules: Readonly<Record<string, StreamRule>>;
  /** The file under `specs/contracts/` that describes it. */
  readonly contractFile: string;
  /** The path in that document; dialects that are spoken on several paths share one. */
  readonly contractPath: string;
  /** What that file describes beside the calls. */
  readonly operations?: readonly Operation[];
}

/** A request without a body that an API answers beside its calls, such as the one for its list of models. */
export interface Operation {
  readonly method: string;
  readonly path: string;
}

/** The compiled contract of the calls of an API. Each check says how a body departs from it: at most 20 violations. */
export interface Contract extends ResponseContract {
  readonly request: (body: Json) => readonly Violation[];
  readonly operations: readonly (Operation & ResponseContract)[];
}

export interface ResponseContract {
  /** The body of a 200 that is not a stream. */
  readonly success: (body: Json) => readonly Violation[];
  /** The body of any other status. */
  readonly error: (body: Json) => readonly Violation[];
}
