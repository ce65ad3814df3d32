import { anything, flag, kindsBy, listOf, object, oneOf, type Rule, text } from '../rules.js';
import { objectSchema, repeatedIn, toolName } from '../tool-rules.js';
import type { MessagesRequest, MessagesTool } from './request.js';

const name = toolName(128);

const customTool = object({
  required: { name, input_schema: objectSchema },
  optional: {
    type: oneOf('custom'),
    description: text,
    cache_control: object({ open: true }),
    strict: flag,
    eager_input_streaming: flag,
    input_examples: anything,
  },
});
const serverTool = object({ required: { name, type: text }, open: true });

export const tools = listOf((value, path) =>
  isServerTool(value as MessagesTool) ? serverTool(value, path) : customTool(value, path),
);

/** A tool that the provider runs itself, such as `web_search_20250305`. */
export function isServerTool(tool: Pick<MessagesTool, 'type'> | null): boolean {
  return typeof tool?.type === 'string' && tool.type !== 'custom';
}

const oneAtATime = { disable_parallel_tool_use: flag };

export const toolChoice: Rule = kindsBy('type', {
  auto: object({ required: { type: text }, optional: oneAtATime }),
  any: object({ required: { type: text }, optional: oneAtATime }),
  tool: object({ required: { type: text, name }, optional: oneAtATime }),
  none: object({ required: { type: text } }),
});

/** What is wrong with tools that are each well-formed. */
export function toolsComplaint(request: MessagesRequest): string | undefined {
  const names = (request.tools ?? []).map((tool) => tool.name);
  const choice = request.tool_choice ?? undefined;
  if (repeatedIn(names) !== undefined) return 'tools: Tool names must be unique.';
  if (choice === undefined) return undefined;
  if (names.length === 0) return 'tool_choice: may only be specified while providing tools';
  if (choice.type === 'tool' && !names.includes(choice.name ?? '')) {
    return `tool_choice: Tool '${choice.name}' not found in provided tools`;
  }
  return undefined;
}
