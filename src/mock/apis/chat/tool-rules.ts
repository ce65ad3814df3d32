import { flag, listOf, object, oneOf, type Rule, text } from '../rules.js';
import { objectSchema, repeatedIn, toolName } from '../tool-rules.js';
import type { ChatRequest } from './request.js';

const name = toolName(64);

export const tools = listOf(
  object({
    required: {
      type: oneOf('function'),
      function: object({
        required: { name },
        optional: { description: text, parameters: objectSchema, strict: flag },
      }),
    },
    open: true,
  }),
);

const oneTool = object({ required: { type: oneOf('function'), function: object({ required: { name } }) } });

export const toolChoice: Rule = (value, path) =>
  typeof value === 'string' ? oneOf('auto', 'required', 'none')(value, path) : oneTool(value, path);

export const jsonSchema = object({
  required: { name },
  optional: { description: text, schema: objectSchema, strict: flag },
  open: true,
});

/** Whatever its value: it says nothing without tools. */
const withToolsOnly = ['tool_choice', 'parallel_tool_calls'] as const;

/** What is wrong with tools that are each well-formed. */
export function toolsComplaint(request: ChatRequest): string | undefined {
  const given = request.tools ?? undefined;
  const alone = withToolsOnly.find((key) => (request[key] ?? undefined) !== undefined);
  if (given === undefined) return alone && `${alone}: may only be set together with tools`;
  const names = given.map((tool) => tool.function.name);
  const repeated = repeatedIn(names);
  if (repeated !== undefined) return `tools: tool names must be unique, and '${repeated}' is given twice`;
  const choice = request.tool_choice;
  if (typeof choice !== 'object' || choice === null || names.includes(choice.function.name)) return undefined;
  return `tool_choice: tool choice '${choice.function.name}' not found in 'tools' parameter`;
}
