import type { Prompt } from '../../script/prompt.js';
import type { Block, MessagesRequest } from './request.js';

export function promptOf({ messages, system, max_tokens, stop_sequences }: MessagesRequest): Prompt {
  return {
    system: textOf(system ?? '', '\n'),
    turns: messages.map(({ role, content }) => ({ role, text: textOf(content, '') })),
    maxTokens: max_tokens,
    stop: stop_sequences ?? [],
  };
}

function textOf(content: string | readonly Block[], separator: string): string {
  if (typeof content === 'string') return content;
  return content
    .filter(({ type }) => type === 'text')
    .map(({ text }) => text)
    .join(separator);
}
