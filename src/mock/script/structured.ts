import { jsonObjectAt } from './json-object.js';
import { questionOf } from './question.js';
import { type ReplyRule, say } from './reply.js';
import { sampleOf } from './sample.js';

/** Who wants JSON gets nothing else: that of `Answer with this JSON: {…}`, as it was written, or a sample of the schema. */
export const structure: ReplyRule = (prompt) => {
  const { format } = prompt;
  if (format === 'text') return undefined;
  const question = questionOf(prompt);
  const words = /Answer with this JSON: */.exec(question);
  const given = words && jsonObjectAt(question, words.index + words[0].length);
  return say(given?.text ?? JSON.stringify(format === 'json' ? {} : sampleOf(format.schema)));
};
