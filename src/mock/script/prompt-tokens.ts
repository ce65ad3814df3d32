import type { Prompt, Turn } from './prompt.js';
import { tokensOf, tokensOfCall } from './tokens.js';

/** Stands for the roles and separators that a real prompt template adds to each message. */
const tokensPerMessage = 4;

/** Whatever its size: as OpenAI counts an image at low detail. */
const tokensPerImage = 85;

/** What a prompt costs: everything that the model has to read. */
export function promptTokens({ system, turns, tools }: Prompt): number {
  const instructions = system === '' ? 0 : tokensPerMessage + tokensOf(system).length;
  const conversation = sum(turns, (turn) => tokensPerMessage + tokensOfTurn(turn));
  const offered = sum(tools, ({ name, parameters }) => tokensOfCall({ name, arguments: parameters }));
  return instructions + conversation + offered;
}

function tokensOfTurn(turn: Turn): number {
  switch (turn.role) {
    case 'user':
      return tokensOf(turn.text).length + tokensPerImage * turn.images.length;
    case 'assistant':
      return tokensOf(turn.text).length + sum(turn.calls, tokensOfCall);
    case 'tool':
      return sum(turn.results, ({ text }) => tokensOf(text).length);
  }
}

function sum<Item>(items: readonly Item[], cost: (item: Item) => number): number {
  return items.reduce((total, item) => total + cost(item), 0);
}
