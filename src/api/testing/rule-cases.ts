import { expect } from 'vitest';
import type { Json } from '../../json/index.js';
import type { Api } from '../api.js';
import type { RuleName } from '../rules/index.js';

/** What a rule must hold on, and what it must not hold on with the sentence that says why. */
export interface RuleCases {
  readonly holds: Readonly<Record<string, Json>>;
  readonly fails: Readonly<Record<string, readonly [body: Json, sentence: string]>>;
}

export function expectRule(api: Api, name: RuleName, { holds, fails }: RuleCases): void {
  const rule = api.rules.find((candidate) => candidate.name === name);
  if (rule === undefined) throw new Error(`${api.name} has no rule ${name}.`);
  for (const [title, body] of Object.entries(holds)) expect(rule.check(body), title).toEqual([]);
  for (const [title, [body, sentence]] of Object.entries(fails)) {
    expect(
      rule.check(body).map(({ message }) => message),
      title,
    ).toEqual([sentence]);
  }
}
