import type { Image, Prompt, Tool, ToolChoice, Turn } from '../../script/prompt.js';
import { dataUrl, imageOf } from '../images.js';
import {
  type ContentPart,
  type Format,
  type InputItem,
  type InputMessage,
  isMessage,
  itemsIn,
  type ResponsesRequest,
} from './request.js';

export function promptOf(request: ResponsesRequest): Prompt {
  const items = itemsIn(request);
  const systemTexts = items
    .filter(isMessage)
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map(({ content }) => textOf(content));
  return {
    system: [request.instructions ?? '', ...systemTexts].filter((text) => text !== '').join('\n'),
    turns: turnsOf(items),
    maxTokens: request.max_output_tokens ?? Number.POSITIVE_INFINITY,
    // The API has no stop sequences.
    stop: [],
    tools: toolsOf(request),
    toolChoice: toolChoiceOf(request),
    parallelCalls: request.parallel_tool_calls ?? true,
    format: formatOf(request.text?.format),
    thinks: thinks(request),
  };
}

function thinks({ reasoning }: ResponsesRequest): boolean {
  const { effort, summary } = reasoning ?? {};
  return effort !== 'none' && ((effort ?? null) !== null || (summary ?? null) !== null);
}

/** An answer comes back as several items, and so do the results of parallel calls: each group was one turn. */
function turnsOf(items: readonly InputItem[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const turn of items.flatMap(turnOf)) {
    const joined = join(turns.at(-1), turn);
    if (joined === undefined) turns.push(turn);
    else turns.splice(-1, 1, joined);
  }
  return turns;
}

function turnOf(item: InputItem): readonly Turn[] {
  if (isMessage(item)) return messageTurn(item);
  switch (item.type) {
    case 'function_call':
      return [{ role: 'assistant', text: '', calls: [{ name: item.name, arguments: JSON.parse(item.arguments) }] }];
    case 'function_call_output':
      return [{ role: 'tool', results: [{ id: item.call_id, text: textOf(item.output) }] }];
    case 'reasoning':
    case 'item_reference':
      return [];
  }
}

function messageTurn({ role, content }: InputMessage): readonly Turn[] {
  switch (role) {
    case 'user':
      return [{ role, text: textOf(content), images: imagesIn(content) }];
    case 'assistant':
      return [{ role, text: textOf(content), calls: [] }];
    case 'system':
    case 'developer':
      return [];
  }
}

function join(last: Turn | undefined, next: Turn): Turn | undefined {
  if (last?.role === 'tool' && next.role === 'tool') {
    return { role: 'tool', results: [...last.results, ...next.results] };
  }
  // Two messages of the assistant in a row stay two turns: no answer has more than one.
  if (last?.role === 'assistant' && next.role === 'assistant' && (last.text === '' || next.text === '')) {
    return { role: 'assistant', text: last.text + next.text, calls: [...last.calls, ...next.calls] };
  }
  return undefined;
}

function textOf(content: string | readonly ContentPart[]): string {
  if (typeof content === 'string') return content;
  return content.map((part) => ('text' in part ? part.text : 'refusal' in part ? part.refusal : '')).join('');
}

function imagesIn(content: string | readonly ContentPart[]): readonly Image[] {
  if (typeof content === 'string') return [];
  return content
    .flatMap((part) => (part.type === 'input_image' ? (dataUrl(part.image_url ?? '') ?? []) : []))
    .map(({ mediaType, base64 }) => imageOf(mediaType, base64));
}

function toolsOf({ tools, tool_choice: choice }: ResponsesRequest): readonly Tool[] {
  const offered = (tools ?? []).map(({ name = '', parameters }) => ({ name, parameters: parameters ?? emptyObject }));
  if (typeof choice !== 'object' || choice?.type !== 'allowed_tools') return offered;
  return offered.filter(({ name }) => choice.tools.some((allowed) => allowed.name === name));
}

const emptyObject = { type: 'object' };

function toolChoiceOf({ tool_choice: choice }: ResponsesRequest): ToolChoice {
  if (choice === undefined || choice === null) return 'auto';
  if (typeof choice === 'string') return choice;
  return choice.type === 'function' ? { tool: choice.name } : choice.mode;
}

function formatOf(format: Format | null | undefined): Prompt['format'] {
  if (format?.type === 'json_schema') return { schema: format.schema };
  return format?.type === 'json_object' ? 'json' : 'text';
}
