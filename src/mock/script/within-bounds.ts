import type { Answer, Finish } from './answer.js';
import type { Prompt, ToolCall } from './prompt.js';
import type { Reply } from './reply.js';
import { tokensOf, tokensOfCall } from './tokens.js';

/** The part of an answer behind its reasoning, and what it costs. */
export interface Said extends Pick<Answer, 'text' | 'refusal' | 'calls' | 'finish'> {
  readonly tokens: number;
}

/** What is left of a reply when it may not be longer than `most` tokens. */
export function sayWithin(most: number, stop: Prompt['stop'], reply: Reply): Said {
  switch (reply.kind) {
    case 'text':
      return textWithin(most, stop, reply.text);
    case 'refusal':
      return refusalWithin(most, reply.text);
    case 'calls':
      return callsWithin(most, reply.calls);
  }
}

function textWithin(most: number, stop: Prompt['stop'], reply: string): Said {
  const { text, cut } = cutTo(most, reply);
  const uncut: { text: string; finish: Finish } = { text, finish: { reason: cut ? 'length' : 'end' } };
  const stopped = stopAt(stop, text) ?? uncut;
  return { ...stopped, calls: [], tokens: tokensOf(stopped.text).length };
}

function refusalWithin(most: number, reply: string): Said {
  const { text, cut } = cutTo(most, reply);
  const finish: Finish = { reason: cut ? 'length' : 'refusal' };
  return { text: '', refusal: text, calls: [], finish, tokens: tokensOf(text).length };
}

/**
 * Calls are kept whole or not at all: half of a call's arguments is no JSON, and some APIs carry arguments as a value.
 * What is dropped was still written, so the budget is spent.
 */
function callsWithin(most: number, calls: readonly ToolCall[]): Said {
  let tokens = 0;
  for (const [index, call] of calls.entries()) {
    const more = tokensOfCall(call);
    if (tokens + more > most)
      return { text: '', calls: calls.slice(0, index), finish: { reason: 'length' }, tokens: most };
    tokens += more;
  }
  return { text: '', calls, finish: { reason: 'calls' }, tokens };
}

function cutTo(most: number, reply: string): { readonly text: string; readonly cut: boolean } {
  const tokens = tokensOf(reply);
  return { text: tokens.slice(0, most).join(''), cut: tokens.length > most };
}

/** A model that writes from left to right stops at the sequence that is complete first, not at the first in the list. */
function stopAt(sequences: readonly string[], text: string): { text: string; finish: Finish } | undefined {
  const [first] = sequences
    .map((sequence) => ({ sequence, start: text.indexOf(sequence) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start + a.sequence.length - (b.start + b.sequence.length));
  return first && { text: text.slice(0, first.start), finish: { reason: 'stop', sequence: first.sequence } };
}
