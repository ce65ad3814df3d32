import type { Answer, Finish } from './answer.js';
import type { Prompt } from './prompt.js';
import { replyTo } from './replies.js';
import { tokensOf } from './tokens.js';

const reasoning = tokensOf('Follow the script.');

/** Stands for the roles and separators that a real prompt template adds to each message. */
const tokensPerMessage = 4;

/** The model: says what the script says, within the prompt's bounds. The same prompt always gets the same answer. */
export function complete(prompt: Prompt, thinksAloud: boolean): Answer {
  // As with real reasoning models, thinking spends the same budget, so that a tight one may leave no text at all.
  const thought = (thinksAloud ? reasoning : []).slice(0, prompt.maxTokens);
  const reply = tokensOf(replyTo(prompt));
  const said = reply.slice(0, prompt.maxTokens - thought.length);
  const uncut: Finish = { reason: said.length < reply.length ? 'length' : 'end' };
  const { text, finish } = stopAt(prompt.stop, said.join('')) ?? { text: said.join(''), finish: uncut };
  return {
    reasoning: thought.join(''),
    text,
    finish,
    promptTokens: promptTokens(prompt),
    answerTokens: thought.length + tokensOf(text).length,
  };
}

/** A model that writes from left to right stops at the sequence that is complete first, not at the first in the list. */
function stopAt(sequences: readonly string[], text: string): { text: string; finish: Finish } | undefined {
  const [first] = sequences
    .map((sequence) => ({ sequence, start: text.indexOf(sequence) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start + a.sequence.length - (b.start + b.sequence.length));
  return first && { text: text.slice(0, first.start), finish: { reason: 'stop', sequence: first.sequence } };
}

function promptTokens({ system, turns }: Prompt): number {
  const texts = [...(system === '' ? [] : [system]), ...turns.map(({ text }) => text)];
  return texts.reduce((sum, text) => sum + tokensPerMessage + tokensOf(text).length, 0);
}
