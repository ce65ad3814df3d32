/** A chat completion request without complaint; only what the simulation looks at. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly max_tokens?: number | null;
  readonly max_completion_tokens?: number | null;
  readonly stop?: string | readonly string[] | null;
  readonly stream?: boolean | null;
  readonly stream_options?: StreamOptions | null;
  readonly tools?: readonly unknown[] | null;
  readonly response_format?: { readonly type: string } | null;
  readonly logprobs?: boolean | null;
}

export interface StreamOptions {
  readonly include_usage?: boolean | null;
  readonly include_obfuscation?: boolean | null;
}

export interface ChatMessage {
  readonly role: 'system' | 'developer' | 'user' | 'assistant' | 'tool';
  readonly content?: string | readonly ContentPart[] | null;
  readonly tool_calls?: readonly unknown[] | null;
}

export interface ContentPart {
  readonly type: string;
  readonly text?: string;
}
