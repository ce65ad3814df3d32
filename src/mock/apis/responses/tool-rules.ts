import { flag, kindsBy, listOf, object, oneOf, type Rule, text } from '../rules.js';
import { objectSchema, toolName } from '../tool-rules.js';
import type { ResponsesRequest } from './request.js';

const hosted = object({ required: { type: text }, open: true });

export const tools = listOf(
  kindsBy('type', {
    function: object({
      required: { type: text, name: toolName(64) },
      optional: { description: text, parameters: objectSchema, strict: flag },
    }),
    ...Object.fromEntries(
      // OpenAI's reference of `POST /responses`: what the provider itself runs, or what does not take JSON.
      [
        'apply_patch',
        'code_interpreter',
        'computer_use_preview',
        'custom',
        'file_search',
        'image_generation',
        'local_shell',
        'mcp',
        'shell',
        'web_search',
        'web_search_preview',
      ].map((type) => [type, hosted]),
    ),
  }),
);

const named = object({ required: { type: oneOf('function'), name: text } });
const forced = kindsBy('type', {
  function: named,
  allowed_tools: object({
    required: { type: text, mode: oneOf('auto', 'required'), tools: listOf(named, { least: 1 }) },
  }),
});

export const toolChoice: Rule = (value, path) =>
  typeof value === 'string' ? oneOf('auto', 'required', 'none')(value, path) : forced(value, path);

/** A choice that the tools of the same request cannot satisfy. */
export function toolChoiceComplaint({ tools, tool_choice: choice }: ResponsesRequest): string | undefined {
  if (choice === undefined || choice === null || choice === 'auto' || choice === 'none') return undefined;
  if ((tools ?? []).length === 0) return 'tool_choice: may only be set together with tools';
  if (choice === 'required') return undefined;
  const wanted = choice.type === 'function' ? [choice.name] : choice.tools.map(({ name }) => name);
  const missing = wanted.find((name) => !tools?.some((tool) => tool.name === name));
  return missing === undefined ? undefined : `tool_choice: '${missing}' is not the name of a function in tools`;
}
