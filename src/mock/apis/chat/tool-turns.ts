import { repeatedIn } from '../tool-rules.js';
import type { ChatMessage } from './request.js';

/**
 * Every tool call needs its result before anybody speaks again, and every result its call. Complaints as OpenAI words
 * them, for instance in BerriAI/litellm#10083.
 */
export function toolTurnsComplaint(messages: readonly ChatMessage[]): string | undefined {
  let open: readonly string[] = [];
  for (const [index, message] of messages.entries()) {
    const at = `messages.${index}`;
    if (message.role === 'tool') {
      const id = message.tool_call_id ?? '';
      if (!open.includes(id)) {
        return `${at}.tool_call_id: messages with role 'tool' must be a response to a preceding message with 'tool_calls', and '${id}' is in none`;
      }
      open = open.filter((other) => other !== id);
      continue;
    }
    if (open.length > 0) return unanswered(index - 1, open);
    open = (message.tool_calls ?? []).map(({ id }) => id);
    const repeated = repeatedIn(open);
    if (repeated !== undefined) return `${at}.tool_calls: ids must be unique, and '${repeated}' is given twice`;
  }
  return open.length > 0 ? unanswered(messages.length - 1, open) : undefined;
}

function unanswered(index: number, ids: readonly string[]): string {
  return `messages.${index}: An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${ids.join(', ')}`;
}
