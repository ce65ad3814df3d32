import { randomUUID } from 'node:crypto';
import type { Answer } from '../../script/answer.js';
import type { ToolCall } from '../../script/prompt.js';
import { seal } from '../seal.js';

export type ContentBlock =
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: ToolCall['arguments'] };

/** The content of a message. Like the provider, no block at all for an answer without text, thoughts and calls. */
export function blocksOf({ reasoning, text, refusal, calls }: Answer): readonly ContentBlock[] {
  const said = refusal ?? text;
  return [
    ...(reasoning === '' ? [] : [{ type: 'thinking', thinking: reasoning, signature: seal(reasoning) } as const]),
    ...(said === '' ? [] : [{ type: 'text', text: said } as const]),
    ...calls.map(({ name, arguments: input }) => ({ type: 'tool_use', id: newCallId(), name, input }) as const),
  ];
}

function newCallId(): string {
  return `toolu_bdrk_${randomUUID().replaceAll('-', '').slice(0, 24)}`;
}
