import type { ChatRequest } from './request.js';

/** A parameter that is silently ignored would make the simulation lie: what it cannot honour, it refuses. */
export function notSimulated({ messages, ...request }: ChatRequest): string | undefined {
  if (request.stream_options?.include_obfuscation === true) return 'obfuscate streams';
  if ((request.tools ?? []).length > 0) return 'call tools';
  if (messages.some(({ role, tool_calls }) => role === 'tool' || (tool_calls ?? []).length > 0)) return 'call tools';
  if ((request.response_format ?? { type: 'text' }).type !== 'text') return 'write structured output';
  if (request.logprobs === true) return 'report log probabilities';
  if (messages.some(({ role, content }) => role === 'user' && Array.isArray(content) && content.some(isNoText))) {
    return 'look at anything but text';
  }
  return undefined;
}

function isNoText({ type }: { readonly type: string }): boolean {
  return type !== 'text';
}
