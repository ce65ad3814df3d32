import { jsonObjectAt } from './json-object.js';
import type { Prompt, Tool, ToolCall } from './prompt.js';
import { questionOf } from './question.js';
import type { ReplyRule } from './reply.js';
import { sampleOf } from './sample.js';

/** `Call NAME with {json}` calls the tool of that name; a choice that forces a call gets one also without such words. */
export const callTools: ReplyRule = (prompt) => {
  const allowed = allowedTools(prompt);
  const asked = callsIn(questionOf(prompt), allowed);
  const calls = asked.length > 0 ? asked : forcedCall(prompt, allowed);
  if (calls.length === 0) return undefined;
  return { kind: 'calls', calls: prompt.parallelCalls ? calls : calls.slice(0, 1) };
};

function allowedTools({ tools, toolChoice }: Prompt): readonly Tool[] {
  if (toolChoice === 'none') return [];
  return typeof toolChoice === 'object' ? tools.filter(({ name }) => name === toolChoice.tool) : tools;
}

function forcedCall({ toolChoice }: Prompt, allowed: readonly Tool[]): readonly ToolCall[] {
  const forced = toolChoice === 'required' || typeof toolChoice === 'object';
  return (forced ? allowed : []).slice(0, 1).map(({ name, parameters }) => ({ name, arguments: objectOf(parameters) }));
}

function objectOf(schema: Tool['parameters']): ToolCall['arguments'] {
  const sample = sampleOf(schema);
  return typeof sample === 'object' && sample !== null ? { ...sample } : {};
}

/** In the order of the text. What stands inside the arguments of a call is not looked at again. */
function callsIn(text: string, tools: readonly Tool[]): readonly ToolCall[] {
  const calls: ToolCall[] = [];
  const words = /\bCall ([^\s{}]+) with (?=\{)/g;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const [{ length }, name = ''] = match;
    const found = jsonObjectAt(text, match.index + length);
    if (found === undefined) continue;
    words.lastIndex = match.index + length + found.text.length;
    if (tools.some((tool) => tool.name === name)) calls.push({ name, arguments: found.value });
  }
  return calls;
}
