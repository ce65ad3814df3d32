import type { Prompt, ToolCall } from './prompt.js';

/** What the script has to say to a prompt, before the prompt's bounds cut it. */
export type Reply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refusal'; readonly text: string }
  | { readonly kind: 'calls'; readonly calls: readonly ToolCall[] };

/** One rule of the script: what it says to a prompt, or nothing when the prompt is not for it. */
export type ReplyRule = (prompt: Prompt) => Reply | undefined;

export function say(text: string): Reply {
  return { kind: 'text', text };
}
