import type { Json, JsonObject } from '../json/index.js';

/** One request in the harness's own terms; each API's adapter turns it into HTTP. */
export interface Call {
  readonly model: string;
  readonly system?: string;
  /** An API that embeds takes the text of the last message. */
  readonly messages: readonly CallMessage[];
  /** Texts to embed together; only for APIs that embed, instead of the messages. */
  readonly inputs?: readonly string[];
  readonly maxTokens: number;
  readonly stop?: readonly string[];
  readonly tools?: readonly CallTool[];
  readonly toolChoice?: CallToolChoice;
  /** JSON Schema that the text of the answer has to follow. */
  readonly schema?: JsonObject;
  /** Ask for the answer as a stream. */
  readonly stream?: boolean;
  /** Fields that go into the body as they are, over what the adapter wrote; `null` removes one. */
  readonly params?: JsonObject;
  /** The dated version that some APIs take in a header. Without it the adapter's own; `null` leaves the header out. */
  readonly apiVersion?: string | null;
}

export type CallMessage =
  | { readonly role: 'user'; readonly text: string; readonly images?: readonly CallImage[] }
  | { readonly role: 'assistant'; readonly text: string; readonly calls?: readonly CalledTool[] }
  /** An answer of this API, sent back as it came: its whole body. */
  | { readonly role: 'assistant'; readonly returned: Json }
  /** What the tools gave, in the order of the calls. */
  | { readonly role: 'tool'; readonly results: readonly ToolResult[] };

export interface CallImage {
  /** Such as `image/png`. */
  readonly mediaType: string;
  readonly base64: string;
}

export interface CallTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly parameters: JsonObject;
}

export type CallToolChoice = 'auto' | 'required' | 'none' | { readonly tool: string };

/** A tool call of an earlier answer. Not every API gives calls an id. */
export interface CalledTool {
  readonly id?: string;
  readonly name: string;
  readonly arguments: JsonObject;
}

export interface ToolResult {
  readonly call: CalledTool;
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
