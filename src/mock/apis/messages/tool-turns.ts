import { repeatedIn } from '../tool-rules.js';
import { blocksIn, type Message } from './request.js';

/**
 * Every tool call needs its result in the next message, and every result its call in the one before. In the provider's
 * words: databricks/unity-gateway#108, router-for-me/CLIProxyAPI#497.
 */
export function toolTurnsComplaint(messages: readonly Message[]): string | undefined {
  for (const [index, message] of messages.entries()) {
    const complaint =
      resultsComplaint(index, message, messages[index - 1]) ?? callsComplaint(index, message, messages[index + 1]);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function resultsComplaint(index: number, message: Message, previous: Message | undefined): string | undefined {
  const called = callIds(previous);
  for (const [place, { type, tool_use_id }] of blocksIn(message.content).entries()) {
    if (type !== 'tool_result' || called.includes(tool_use_id ?? '')) continue;
    return `messages.${index}.content.${place}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${tool_use_id}. Each \`tool_result\` block must have a corresponding \`tool_use\` block in the previous message.`;
  }
  return undefined;
}

function callsComplaint(index: number, message: Message, next: Message | undefined): string | undefined {
  const called = callIds(message);
  if (repeatedIn(called) !== undefined) return `messages.${index}: \`tool_use\` ids must be unique`;
  const answered = blocksIn(next?.content).flatMap(({ type, tool_use_id }) =>
    type === 'tool_result' ? tool_use_id : [],
  );
  const open = called.filter((id) => !answered.includes(id));
  return open.length === 0
    ? undefined
    : `messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${open.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`;
}

function callIds(message: Message | undefined): readonly string[] {
  return blocksIn(message?.content).flatMap(({ type, id }) => (type === 'tool_use' && id !== undefined ? [id] : []));
}
