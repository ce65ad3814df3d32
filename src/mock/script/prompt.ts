/** What a model is asked, in no API's dialect. */
export interface Prompt {
  /** All system instructions, in order, joined by line breaks; empty when there are none. */
  readonly system: string;
  readonly turns: readonly Turn[];
  /** Upper bound on the tokens of the answer, reasoning included. */
  readonly maxTokens: number;
  readonly stop: readonly string[];
  readonly tools: readonly Tool[];
  readonly toolChoice: ToolChoice;
  /** Whether one answer may call several tools. */
  readonly parallelCalls: boolean;
  /** `json`: any JSON object; a schema: JSON that follows it. */
  readonly format: 'text' | 'json' | { readonly schema: JsonSchema };
  /** Whether the request asks the model to think first. Some models do, asked or not. */
  readonly thinks: boolean;
}

export type Turn =
  | { readonly role: 'user'; readonly text: string; readonly images: readonly Image[] }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly results: readonly ToolResult[] };

export interface Image {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Tool {
  readonly name: string;
  readonly parameters: JsonSchema;
}

export type ToolChoice = 'auto' | 'required' | 'none' | { readonly tool: string };

export interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface ToolResult {
  /** Left out by APIs that tell calls apart by the names of the tools. */
  readonly id?: string;
  readonly name?: string;
  readonly text: string;
}

export type JsonSchema = Readonly<Record<string, unknown>>;
