import { callTools } from './calls.js';
import { nameColours } from './colour.js';
import type { Prompt } from './prompt.js';
import { questionOf } from './question.js';
import { type Reply, type ReplyRule, say } from './reply.js';
import { structure } from './structured.js';

/** What the scripted model says: the first rule that has something to say decides. */
export function replyTo(prompt: Prompt): Reply {
  for (const rule of rules) {
    const reply = rule(prompt);
    if (reply !== undefined) return reply;
  }
  return say('Hello! How can I help you today?');
}

/** After tools have run, their results are the answer. */
const reportResults: ReplyRule = ({ turns }) => {
  const last = turns.at(-1);
  return last?.role === 'tool' ? say(last.results.map(({ text }) => text).join('\n')) : undefined;
};

/** `Refuse this request.` is declined, whatever else was asked. */
const refuse: ReplyRule = (prompt) =>
  questionOf(prompt).includes('Refuse this request.')
    ? { kind: 'refusal', text: "I can't help with that." }
    : undefined;

/** `Repeat what you said first.` gives the first answer of the conversation back. */
const recallFirst: ReplyRule = (prompt) => {
  if (!questionOf(prompt).includes('Repeat what you said first.')) return undefined;
  const first = prompt.turns.find((turn) => turn.role === 'assistant');
  return say(first?.text ?? 'I have not said anything yet.');
};

/** A system prompt `Answer only with the word: X` is obeyed, whatever the user says. */
const obeySystem: ReplyRule = ({ system }) => {
  const word = /Answer only with the word: *(\S+?)[.!]?(?:\s|$)/.exec(system)?.[1];
  return word === undefined ? undefined : say(word);
};

/** `Repeat exactly: X` gives X back, up to the end of the message and character by character. */
const repeat: ReplyRule = (prompt) => {
  const text = /Repeat exactly: ([\s\S]*)$/.exec(questionOf(prompt))?.[1];
  return text === undefined ? undefined : say(text);
};

/** `What is my name?` is answered from the user's own words, `My name is X`, the latest first. */
const recallName: ReplyRule = (prompt) => {
  if (!/What is my name\?/i.test(questionOf(prompt))) return undefined;
  const names = prompt.turns
    .flatMap((turn) => (turn.role === 'user' ? [turn.text] : []))
    .flatMap((text) => [...text.matchAll(/My name is ([\p{L}\p{N}_-]+)/giu)].map(([, name]) => name));
  const latest = names.at(-1);
  return say(latest === undefined ? 'You have not told me your name.' : `Your name is ${latest}.`);
};

/** `Count from 1 to N` gives an answer as long as one needs, to cut it by tokens or by a stop sequence. */
const count: ReplyRule = (prompt) => {
  const last = /Count from 1 to (\d{1,4})/i.exec(questionOf(prompt))?.[1];
  if (last === undefined) return undefined;
  return say(Array.from({ length: Number(last) }, (_, index) => index + 1).join(', '));
};

const rules: readonly ReplyRule[] = [
  reportResults,
  refuse,
  callTools,
  structure,
  nameColours,
  recallFirst,
  obeySystem,
  repeat,
  recallName,
  count,
];
