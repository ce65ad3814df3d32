import type { JsonSchema } from '../../script/prompt.js';

/** A `GenerateContentRequest` without complaint, its keys in camel case; only what the simulation looks at. */
export interface GeminiRequest {
  readonly contents: readonly Content[];
  readonly systemInstruction?: Content | null;
  readonly generationConfig?: GenerationConfig | null;
  readonly tools?: readonly Tool[] | null;
  readonly toolConfig?: { readonly functionCallingConfig?: FunctionCallingConfig | null } | null;
  readonly safetySettings?: readonly { readonly threshold: string }[] | null;
  readonly cachedContent?: string | null;
}

export interface Content {
  readonly role?: 'user' | 'model' | 'function' | null;
  readonly parts: readonly Part[];
}

/** One of the kinds of data, and what is said about it. */
export interface Part {
  readonly text?: string | null;
  readonly thought?: boolean | null;
  readonly inlineData?: { readonly mimeType: string; readonly data: string } | null;
  readonly functionCall?: { readonly name: string; readonly args?: Readonly<Record<string, unknown>> | null } | null;
  readonly functionResponse?: { readonly name: string; readonly response: Readonly<Record<string, unknown>> } | null;
}

export interface GenerationConfig {
  readonly maxOutputTokens?: number | null;
  readonly stopSequences?: readonly string[] | null;
  readonly responseMimeType?: string | null;
  readonly responseSchema?: JsonSchema | null;
  readonly responseJsonSchema?: JsonSchema | null;
  readonly responseModalities?: readonly string[] | null;
  readonly responseLogprobs?: boolean | null;
  readonly thinkingConfig?: ThinkingConfig | null;
}

export interface ThinkingConfig {
  readonly includeThoughts?: boolean | null;
  /** 0 turns thinking off, -1 leaves it to the model. */
  readonly thinkingBudget?: number | null;
  readonly thinkingLevel?: string | null;
}

/** Tools of the provider have keys of their own. */
export interface Tool {
  readonly functionDeclarations?: readonly FunctionDeclaration[] | null;
}

export interface FunctionDeclaration {
  readonly name: string;
  readonly parameters?: JsonSchema | null;
  readonly parametersJsonSchema?: JsonSchema | null;
}

export interface FunctionCallingConfig {
  readonly mode?: string | null;
  readonly allowedFunctionNames?: readonly string[] | null;
}

/** All functions that a request declares, in whichever tools. */
export function declarationsIn({ tools }: Pick<GeminiRequest, 'tools'>): readonly FunctionDeclaration[] {
  return (tools ?? []).flatMap(({ functionDeclarations }) => functionDeclarations ?? []);
}
