import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { listAt } from '../../fields.js';
import { ofObject } from '../../rules/index.js';
import type { Violation } from '../../violation.js';
import { unexpected, violationsIn } from '../../violation.js';

export interface Choice {
  readonly choice: JsonObject;
  /** Empty where the choice has none: what is missing then shows as missing. */
  readonly message: JsonObject;
  readonly at: string;
}

type Check = (choice: Choice, sent: Json | undefined) => readonly Violation[];

/** A rule about every choice. A body without any breaks it: a rule with nothing to look at proves nothing. */
export function ofChoices(check: Check): (body: Json, sent?: Json) => readonly Violation[] {
  return ofObject((body, sent) => {
    const choices = listAt(body, 'choices');
    if (choices === undefined || choices.length === 0)
      return [unexpected('/choices', body['choices'], 'a list of at least one choice')];
    return violationsIn(choices, (choice, position) => {
      const at = `/choices/${position}`;
      if (!isJsonObject(choice)) return [unexpected(at, choice, 'an object')];
      const message = choice['message'];
      return check({ choice, message: isJsonObject(message) ? message : {}, at }, sent);
    });
  });
}

/** Each number from 0 on once; the order is the gateway's. A gateway that streams them all as 0: BerriAI/litellm#8977. */
export const choicesIndexed = ofObject((body) => {
  const choices = listAt(body, 'choices') ?? [];
  const indices = choices.map((choice) => (isJsonObject(choice) ? (choice['index'] ?? null) : null));
  const numbers = new Set(indices);
  if (choices.length > 0 && choices.every((_, position) => numbers.has(position))) return [];
  const expected = choices.length === 0 ? 'at least one choice' : `each index from 0 to ${choices.length - 1} once`;
  return [
    {
      message: `The indices of \`choices\` are ${shown(indices)}; expected ${expected}.`,
      where: '/choices',
      expected,
      found: shown(indices),
    },
  ];
});

function shown(indices: readonly Json[]): string {
  const some = indices.slice(0, 10).map((index) => (typeof index === 'number' ? String(index) : 'no number'));
  return some.length === 0 ? 'none' : [...some, ...(indices.length > 10 ? ['…'] : [])].join(', ');
}
