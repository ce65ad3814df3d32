import type { Prompt } from './prompt.js';

/** One rule of the script: what it says to a prompt, or nothing when the prompt is not for it. */
type ReplyRule = (prompt: Prompt) => string | undefined;

const greeting = 'Hello! How can I help you today?';

/** What the scripted model says: the first rule that has something to say decides. */
export function replyTo(prompt: Prompt): string {
  for (const rule of rules) {
    const reply = rule(prompt);
    if (reply !== undefined) return reply;
  }
  return greeting;
}

/** A system prompt `Answer only with the word: X` is obeyed, whatever the user says. */
const obeySystem: ReplyRule = ({ system }) => /Answer only with the word: *(\S+?)[.!]?(?:\s|$)/.exec(system)?.[1];

/** `Repeat exactly: X` gives X back, up to the end of the message and character by character. */
const repeat: ReplyRule = (prompt) => /Repeat exactly: ([\s\S]*)$/.exec(question(prompt))?.[1];

/** `What is my name?` is answered from the user's own words, `My name is X`, the latest first. */
const recallName: ReplyRule = (prompt) => {
  if (!/What is my name\?/i.test(question(prompt))) return undefined;
  const names = prompt.turns
    .filter(({ role }) => role === 'user')
    .flatMap(({ text }) => [...text.matchAll(/My name is ([\p{L}\p{N}_-]+)/giu)].map(([, name]) => name));
  const latest = names.at(-1);
  return latest === undefined ? 'You have not told me your name.' : `Your name is ${latest}.`;
};

/** `Count from 1 to N` gives an answer as long as one needs, to cut it by tokens or by a stop sequence. */
const count: ReplyRule = (prompt) => {
  const last = /Count from 1 to (\d{1,4})/i.exec(question(prompt))?.[1];
  if (last === undefined) return undefined;
  return Array.from({ length: Number(last) }, (_, index) => index + 1).join(', ');
};

const rules: readonly ReplyRule[] = [obeySystem, repeat, recallName, count];

function question({ turns }: Prompt): string {
  return turns.findLast(({ role }) => role === 'user')?.text ?? '';
}
