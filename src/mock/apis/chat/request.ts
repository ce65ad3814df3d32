import type { JsonSchema } from '../../script/prompt.js';

/** A chat completion request without complaint; only what the simulation looks at. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly max_tokens?: number | null;
  readonly max_completion_tokens?: number | null;
  readonly stop?: string | readonly string[] | null;
  readonly stream?: boolean | null;
  readonly stream_options?: StreamOptions | null;
  readonly tools?: readonly ChatTool[] | null;
  readonly tool_choice?: ChatToolChoice | null;
  readonly parallel_tool_calls?: boolean | null;
  readonly response_format?: ResponseFormat | null;
  readonly reasoning_effort?: string | null;
  readonly logprobs?: boolean | null;
}

export interface StreamOptions {
  readonly include_usage?: boolean | null;
  readonly include_obfuscation?: boolean | null;
}

export interface ChatMessage {
  readonly role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
  readonly content?: string | readonly ContentPart[] | null;
  readonly refusal?: string | null;
  readonly tool_calls?: readonly ChatToolCall[] | null;
  readonly tool_call_id?: string;
}

export interface ContentPart {
  readonly type: string;
  readonly text?: string;
  readonly image_url?: { readonly url: string };
}

export interface ChatToolCall {
  readonly id: string;
  /** The arguments are the JSON text of an object. */
  readonly function: { readonly name: string; readonly arguments: string };
}

export interface ChatTool {
  readonly function: { readonly name: string; readonly parameters?: JsonSchema | null };
}

export type ChatToolChoice = 'auto' | 'required' | 'none' | { readonly function: { readonly name: string } };

export type ResponseFormat =
  | { readonly type: 'text' | 'json_object' }
  | { readonly type: 'json_schema'; readonly json_schema: { readonly schema?: JsonSchema | null } };
