import { randomUUID } from 'node:crypto';
import type { Answer } from '../../script/answer.js';
import type { ToolCall } from '../../script/prompt.js';
import { seal } from '../seal.js';
import type { ResponsesRequest } from './request.js';

type Status = 'in_progress' | 'completed' | 'incomplete';

interface Written {
  /** At most 64 characters: longer ones cannot be sent back (databricks/unity-gateway#99). */
  readonly id: string;
  readonly status: Status;
}

export interface MessageItem extends Written {
  readonly type: 'message';
  readonly role: 'assistant';
  readonly content: readonly OutputPart[];
}

export type OutputPart =
  | {
      readonly type: 'output_text';
      readonly text: string;
      readonly annotations: readonly [];
      readonly logprobs: readonly [];
    }
  | { readonly type: 'refusal'; readonly refusal: string };

export interface FunctionCallItem extends Written {
  readonly type: 'function_call';
  readonly call_id: string;
  readonly name: string;
  readonly arguments: string;
}

export interface ReasoningItem extends Written {
  readonly type: 'reasoning';
  readonly summary: readonly { readonly type: 'summary_text'; readonly text: string }[];
  readonly encrypted_content?: string;
}

export type OutputItem = MessageItem | FunctionCallItem | ReasoningItem;

/** An answer as the items of a response, in the order in which the model writes them. */
export function itemsOf(answer: Answer, request: ResponsesRequest): readonly OutputItem[] {
  const items = [...reasoningOf(answer, request), ...messageOf(answer), ...answer.calls.map(callOf)];
  const last = items.length - 1;
  return answer.finish.reason === 'length'
    ? items.map((item, index) => (index === last && item.type !== 'function_call' ? cutShort(item) : item))
    : items;
}

/** The bounds of an answer cut texts, but never a call: that is there as a whole or not at all. */
function cutShort(item: MessageItem | ReasoningItem): OutputItem {
  return { ...item, status: 'incomplete' };
}

/** The summary and the encrypted form are only for those who ask for them. */
function reasoningOf({ reasoning }: Answer, request: ResponsesRequest): readonly ReasoningItem[] {
  if (reasoning === '') return [];
  const summarized = (request.reasoning?.summary ?? null) !== null;
  const encrypted = request.include?.includes('reasoning.encrypted_content') === true;
  return [
    {
      id: idOf('rs'),
      type: 'reasoning',
      status: 'completed',
      summary: summarized ? [{ type: 'summary_text', text: reasoning }] : [],
      ...(encrypted && { encrypted_content: seal(reasoning) }),
    },
  ];
}

/** No message when the model calls functions without a word, or when thinking has used up all its tokens. */
function messageOf({ text, refusal, calls, finish }: Answer): readonly MessageItem[] {
  if (refusal !== undefined) return [messageWith({ type: 'refusal', refusal })];
  if (text === '' && (calls.length > 0 || finish.reason === 'length')) return [];
  return [messageWith({ type: 'output_text', text, annotations: [], logprobs: [] })];
}

function messageWith(part: OutputPart): MessageItem {
  return { id: idOf('msg'), type: 'message', status: 'completed', role: 'assistant', content: [part] };
}

function callOf(call: ToolCall): FunctionCallItem {
  return {
    id: idOf('fc'),
    type: 'function_call',
    status: 'completed',
    call_id: idOf('call'),
    name: call.name,
    arguments: JSON.stringify(call.arguments),
  };
}

export function idOf(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '')}`;
}
