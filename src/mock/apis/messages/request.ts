import type { JsonSchema } from '../../script/prompt.js';

/** A Messages request without complaint; only what the simulation looks at. */
export interface MessagesRequest {
  readonly messages: readonly Message[];
  readonly max_tokens: number;
  readonly system?: string | readonly Block[] | null;
  readonly stop_sequences?: readonly string[] | null;
  readonly stream?: boolean | null;
  readonly temperature?: number | null;
  readonly tools?: readonly MessagesTool[] | null;
  readonly tool_choice?: MessagesToolChoice | null;
  readonly thinking?: Thinking | null;
  readonly output_config?: { readonly format?: { readonly schema: JsonSchema } | null } | null;
}

export interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string | readonly Block[];
}

/** Tools that the provider runs have a type of their own, and no schema. */
export interface MessagesTool {
  readonly name: string;
  readonly type?: string | null;
  readonly input_schema?: JsonSchema;
}

export interface MessagesToolChoice {
  readonly type: 'auto' | 'any' | 'tool' | 'none';
  readonly name?: string;
  readonly disable_parallel_tool_use?: boolean | null;
}

export interface Thinking {
  readonly type: 'enabled' | 'adaptive' | 'disabled';
  readonly budget_tokens?: number;
}

/** Told apart by `type`, each with some of these fields. */
export interface Block {
  readonly type: string;
  readonly text?: string;
  readonly thinking?: string;
  readonly signature?: string;
  readonly source?: ImageSource;
  readonly id?: string;
  readonly name?: string;
  readonly input?: JsonSchema;
  readonly tool_use_id?: string;
  readonly content?: string | readonly Block[] | null;
}

export type ImageSource =
  | { readonly type: 'base64'; readonly media_type: string; readonly data: string }
  | { readonly type: 'url' | 'file' };

export function blocksIn(content: string | readonly Block[] | null | undefined): readonly Block[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : (content ?? []);
}
