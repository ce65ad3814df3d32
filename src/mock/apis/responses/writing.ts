import { tokensOf } from '../../script/tokens.js';
import type { FunctionCallItem, OutputItem, OutputPart, ReasoningItem } from './items.js';

export interface StreamEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** How the content of an item comes about, a token in each delta. Which item it is, the events do not say yet. */
export function* writingOf(item: OutputItem): Generator<StreamEvent> {
  switch (item.type) {
    case 'message':
      for (const [index, part] of item.content.entries()) {
        for (const event of partEvents(part)) yield { ...event, content_index: index };
      }
      return;
    case 'function_call':
      yield* argumentEvents(item);
      return;
    case 'reasoning':
      yield* summaryEvents(item);
      return;
  }
}

function* partEvents(part: OutputPart): Generator<StreamEvent> {
  yield { type: 'response.content_part.added', part: withText(part, '') };
  if (part.type === 'output_text') {
    for (const token of tokensOf(part.text)) {
      yield { type: 'response.output_text.delta', delta: token, logprobs: part.logprobs };
    }
    yield { type: 'response.output_text.done', text: part.text, logprobs: part.logprobs };
  } else {
    for (const token of tokensOf(part.refusal)) yield { type: 'response.refusal.delta', delta: token };
    yield { type: 'response.refusal.done', refusal: part.refusal };
  }
  yield { type: 'response.content_part.done', part };
}

function withText(part: OutputPart, text: string): OutputPart {
  return part.type === 'output_text' ? { ...part, text } : { ...part, refusal: text };
}

function* argumentEvents({ name, arguments: written }: FunctionCallItem): Generator<StreamEvent> {
  for (const token of tokensOf(written)) yield { type: 'response.function_call_arguments.delta', delta: token };
  yield { type: 'response.function_call_arguments.done', name, arguments: written };
}

function* summaryEvents({ summary }: ReasoningItem): Generator<StreamEvent> {
  for (const [index, part] of summary.entries()) {
    const place = { summary_index: index };
    yield { type: 'response.reasoning_summary_part.added', ...place, part: { ...part, text: '' } };
    for (const token of tokensOf(part.text)) {
      yield { type: 'response.reasoning_summary_text.delta', ...place, delta: token };
    }
    yield { type: 'response.reasoning_summary_text.done', ...place, text: part.text };
    yield { type: 'response.reasoning_summary_part.done', ...place, part };
  }
}
