import type { Json, JsonObject } from '../json/index.js';
import type { SseFrame } from '../wire/index.js';
import type { Answer } from './answer.js';
import type { RuleName } from './rules/names.js';
import type { StreamReading, StreamRule } from './stream/index.js';
import type { Violation } from './violation.js';

export const apiNames = ['chat', 'messages'] as const;
export type ApiName = (typeof apiNames)[number];

/** One request in the harness's own terms; each API's adapter turns it into HTTP. */
export interface Call {
  readonly model: string;
  readonly system?: string;
  readonly messages: readonly CallMessage[];
  readonly maxTokens: number;
  readonly stop?: readonly string[];
  /** Ask for the answer as a stream. */
  readonly stream?: boolean;
  /** Fields that go into the body as they are, over what the adapter wrote; `null` removes one. */
  readonly params?: JsonObject;
  /** The dated version that some APIs take in a header. Without it the adapter's own; `null` leaves the header out. */
  readonly apiVersion?: string | null;
}

export interface CallMessage {
  readonly role: 'user' | 'assistant';
  readonly text: string;
}

/** What an adapter makes of a call. Headers that name the caller or the workspace are not its business. */
export interface EncodedCall {
  readonly method: 'POST';
  /** From the origin on: `/ai-gateway/mlflow/v1/chat/completions`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

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
  /** As model services list it in `supported_api_types`. */
  readonly apiType: string;
  encode(call: Call): EncodedCall;
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
  /** The path in that document. */
  readonly contractPath: string;
}

/** A compiled contract. Each check says how a body departs from it: at most 20 violations. */
export interface Contract {
  readonly request: (body: Json) => readonly Violation[];
  /** The body of a 200 that is not a stream. */
  readonly success: (body: Json) => readonly Violation[];
  /** The body of any other status. */
  readonly error: (body: Json) => readonly Violation[];
}
