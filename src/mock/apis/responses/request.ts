import type { JsonSchema } from '../../script/prompt.js';

/** A Responses request without complaint; only what the simulation looks at or says back. */
export interface ResponsesRequest {
  readonly input?: string | readonly InputItem[] | null;
  readonly instructions?: string | null;
  readonly max_output_tokens?: number | null;
  readonly max_tool_calls?: number | null;
  readonly tools?: readonly RequestedTool[] | null;
  readonly tool_choice?: ToolChoice | null;
  readonly parallel_tool_calls?: boolean | null;
  readonly text?: { readonly format?: Format | null; readonly verbosity?: string | null } | null;
  readonly reasoning?: { readonly effort?: string | null; readonly summary?: string | null } | null;
  readonly include?: readonly string[] | null;
  readonly stream?: boolean | null;
  readonly stream_options?: { readonly include_obfuscation?: boolean | null } | null;
  readonly store?: boolean | null;
  readonly background?: boolean | null;
  readonly previous_response_id?: string | null;
  readonly conversation?: unknown;
  readonly prompt?: unknown;
  readonly temperature?: number | null;
  readonly top_p?: number | null;
  readonly presence_penalty?: number | null;
  readonly frequency_penalty?: number | null;
  readonly top_logprobs?: number | null;
  readonly truncation?: string | null;
  readonly metadata?: object | null;
  readonly safety_identifier?: string | null;
  readonly prompt_cache_key?: string | null;
}

export type InputItem = InputMessage | FunctionCall | FunctionCallOutput | OtherItem;

export interface InputMessage {
  readonly type?: 'message';
  readonly role: 'user' | 'assistant' | 'system' | 'developer';
  readonly content: string | readonly ContentPart[];
}

export type ContentPart =
  | { readonly type: 'input_text' | 'output_text'; readonly text: string }
  | { readonly type: 'refusal'; readonly refusal: string }
  | { readonly type: 'input_image'; readonly image_url?: string | null }
  | { readonly type: 'input_file' };

export interface FunctionCall {
  readonly type: 'function_call';
  readonly call_id: string;
  readonly name: string;
  /** JSON text of an object. */
  readonly arguments: string;
}

export interface FunctionCallOutput {
  readonly type: 'function_call_output';
  readonly call_id: string;
  readonly output: string | readonly ContentPart[];
}

export interface OtherItem {
  readonly type: 'reasoning' | 'item_reference';
}

/** Hosted tools have a type of their own and no name. */
export interface RequestedTool {
  readonly type: string;
  readonly name?: string;
  readonly description?: string | null;
  readonly parameters?: JsonSchema | null;
  readonly strict?: boolean | null;
}

export type ToolChoice =
  | 'auto'
  | 'required'
  | 'none'
  | { readonly type: 'function'; readonly name: string }
  | {
      readonly type: 'allowed_tools';
      readonly mode: 'auto' | 'required';
      readonly tools: readonly { readonly name?: string }[];
    };

export type Format =
  | { readonly type: 'text' | 'json_object' }
  | {
      readonly type: 'json_schema';
      readonly name: string;
      readonly schema: JsonSchema;
      readonly description?: string | null;
      readonly strict?: boolean | null;
    };

/** The items of the input, whichever of its forms it has. */
export function itemsIn({ input }: ResponsesRequest): readonly InputItem[] {
  return typeof input === 'string' ? [{ role: 'user', content: input }] : (input ?? []);
}

export function isMessage(item: InputItem): item is InputMessage {
  return item.type === undefined || item.type === 'message';
}
