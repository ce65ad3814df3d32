import type { ToolCall } from './prompt.js';

/**
 * A token is up to six letters or digits, or one other character, with at most one white space before it. So token
 * counts are deterministic, words cost one or two tokens as with real tokenizers, and tokens put together are the text.
 */
const token = /\s?(?:[\p{L}\p{M}\p{N}_]{1,6}|[^\s\p{L}\p{M}\p{N}_])|\s/gu;

export function tokensOf(text: string): readonly string[] {
  return text.match(token) ?? [];
}

/** A call costs its name and its arguments as JSON, whichever way an API carries them. */
export function tokensOfCall({ name, arguments: given }: ToolCall): number {
  return tokensOf(name).length + tokensOf(JSON.stringify(given)).length;
}
