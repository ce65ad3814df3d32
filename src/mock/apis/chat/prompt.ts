import type { Image, Prompt, ToolChoice, Turn } from '../../script/prompt.js';
import { dataUrl, imageOf } from '../images.js';
import type { ChatMessage, ChatRequest, ContentPart } from './request.js';

export function promptOf(request: ChatRequest): Prompt {
  const { messages, stop, tools, tool_choice, reasoning_effort } = request;
  return {
    system: messages.filter(isSystem).map(textOf).join('\n'),
    turns: turnsOf(messages.filter((message) => !isSystem(message))),
    maxTokens: request.max_tokens ?? request.max_completion_tokens ?? Number.POSITIVE_INFINITY,
    stop: typeof stop === 'string' ? [stop] : (stop ?? []),
    tools: (tools ?? []).map(({ function: { name, parameters } }) => ({ name, parameters: parameters ?? {} })),
    toolChoice: toolChoiceOf(tool_choice),
    parallelCalls: request.parallel_tool_calls !== false,
    format: formatOf(request),
    thinks: (reasoning_effort ?? 'none') !== 'none',
  };
}

function isSystem({ role }: ChatMessage): boolean {
  return role === 'system' || role === 'developer';
}

/** Results of tools that follow each other are one turn: an answer may have called several. */
function turnsOf(messages: readonly ChatMessage[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const turn of messages.map(turnOf)) {
    const last = turns.at(-1);
    if (last?.role === 'tool' && turn.role === 'tool') {
      turns.splice(-1, 1, { role: 'tool', results: [...last.results, ...turn.results] });
    } else turns.push(turn);
  }
  return turns;
}

function turnOf(message: ChatMessage): Turn {
  const text = textOf(message);
  switch (message.role) {
    case 'assistant':
      return { role: 'assistant', text: text || (message.refusal ?? ''), calls: callsOf(message) };
    case 'tool':
      return { role: 'tool', results: [{ id: message.tool_call_id ?? '', text }] };
    default:
      return { role: 'user', text, images: partsOf(message.content).flatMap(imagesOf) };
  }
}

function callsOf({ tool_calls }: ChatMessage) {
  return (tool_calls ?? []).map(({ function: called }) => ({
    name: called.name,
    arguments: JSON.parse(called.arguments),
  }));
}

function textOf({ content }: ChatMessage): string {
  return partsOf(content)
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join('');
}

function partsOf(content: ChatMessage['content']): readonly ContentPart[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : (content ?? []);
}

function imagesOf({ image_url }: ContentPart): readonly Image[] {
  const data = image_url && dataUrl(image_url.url);
  return data ? [imageOf(data.mediaType, data.base64)] : [];
}

function toolChoiceOf(choice: ChatRequest['tool_choice']): ToolChoice {
  if (typeof choice === 'object' && choice !== null) return { tool: choice.function.name };
  return choice ?? 'auto';
}

function formatOf({ response_format }: ChatRequest): Prompt['format'] {
  switch (response_format?.type) {
    case 'json_schema':
      return { schema: response_format.json_schema.schema ?? {} };
    case 'json_object':
      return 'json';
    default:
      return 'text';
  }
}
