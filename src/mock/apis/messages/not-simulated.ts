import type { MessagesRequest } from './request.js';

const textual: ReadonlySet<string> = new Set(['text', 'thinking', 'redacted_thinking']);

/** A parameter that is silently ignored would make the simulation lie: what it cannot honour, it refuses. */
export function notSimulated({ messages, ...request }: MessagesRequest): string | undefined {
  if ((request.tools ?? []).length > 0) return 'call tools';
  if ((request.thinking ?? { type: 'disabled' }).type !== 'disabled') return 'think aloud';
  const other = messages
    .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
    .find(({ type }) => !textual.has(type));
  if (other === undefined) return undefined;
  return other.type.startsWith('tool_') ? 'call tools' : 'look at anything but text';
}
