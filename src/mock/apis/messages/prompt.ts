import type { Prompt, ToolChoice, Turn } from '../../script/prompt.js';
import { imageOf } from '../images.js';
import { type Block, blocksIn, type Message, type MessagesRequest } from './request.js';

export function promptOf(request: MessagesRequest): Prompt {
  const { messages, system, tools, tool_choice, output_config, thinking } = request;
  const format = output_config?.format;
  return {
    system: textOf(blocksIn(system), '\n'),
    turns: messages.flatMap(turnsOf),
    maxTokens: request.max_tokens,
    stop: request.stop_sequences ?? [],
    tools: (tools ?? []).map(({ name, input_schema }) => ({ name, parameters: input_schema ?? {} })),
    toolChoice: toolChoiceOf(tool_choice),
    parallelCalls: tool_choice?.disable_parallel_tool_use !== true,
    format: format ? { schema: format.schema } : 'text',
    thinks: (thinking ?? { type: 'disabled' }).type !== 'disabled',
  };
}

/** The results of tools are a turn of their own, before what the user says beside them. */
function turnsOf({ role, content }: Message): readonly Turn[] {
  const blocks = blocksIn(content);
  if (role === 'assistant') return [{ role, text: textOf(blocks, ''), calls: blocks.flatMap(callsOf) }];
  const results = blocks.flatMap(resultsOf);
  const images = blocks.flatMap(imagesOf);
  const said = blocks.some(({ type }) => type === 'text') || images.length > 0;
  return [
    ...(results.length > 0 ? [{ role: 'tool', results } as const] : []),
    ...(said || results.length === 0 ? [{ role, text: textOf(blocks, ''), images } as const] : []),
  ];
}

function textOf(blocks: readonly Block[], separator: string): string {
  return blocks
    .filter(({ type }) => type === 'text')
    .map(({ text }) => text)
    .join(separator);
}

function callsOf({ type, name = '', input = {} }: Block) {
  return type === 'tool_use' ? [{ name, arguments: input }] : [];
}

function resultsOf({ type, tool_use_id: id = '', content }: Block) {
  return type === 'tool_result' ? [{ id, text: textOf(blocksIn(content), '') }] : [];
}

function imagesOf({ source }: Block) {
  return source?.type === 'base64' ? [imageOf(source.media_type, source.data)] : [];
}

function toolChoiceOf(choice: MessagesRequest['tool_choice']): ToolChoice {
  switch (choice?.type) {
    case 'tool':
      return { tool: choice.name ?? '' };
    case 'any':
      return 'required';
    case 'none':
      return 'none';
    default:
      return 'auto';
  }
}
