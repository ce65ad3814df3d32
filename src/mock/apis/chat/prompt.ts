import type { Prompt, Turn } from '../../script/prompt.js';
import type { ChatMessage, ChatRequest } from './request.js';

export function promptOf({ messages, max_tokens, max_completion_tokens, stop }: ChatRequest): Prompt {
  return {
    system: messages.filter(isSystem).map(textOf).join('\n'),
    turns: messages.filter((message) => !isSystem(message)).map(turnOf),
    maxTokens: max_tokens ?? max_completion_tokens ?? Number.POSITIVE_INFINITY,
    stop: typeof stop === 'string' ? [stop] : (stop ?? []),
  };
}

function isSystem({ role }: ChatMessage): boolean {
  return role === 'system' || role === 'developer';
}

function turnOf(message: ChatMessage): Turn {
  return { role: message.role === 'assistant' ? 'assistant' : 'user', text: textOf(message) };
}

function textOf({ content }: ChatMessage): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
}
