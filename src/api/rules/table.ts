import type { InapplicableRule, Rule } from '../api.js';
import { type RuleName, ruleNames } from './names.js';

/**
 * What an API makes of every rule there is: a check, or the reason why the rule says nothing about it.
 * The type leaves no third way, so that an API cannot forget a rule in silence.
 */
export type RuleTable = Readonly<Record<RuleName, Omit<Rule, 'name'> | Omit<InapplicableRule, 'name'>>>;

export function splitRules(table: RuleTable): {
  readonly rules: readonly Rule[];
  readonly inapplicableRules: readonly InapplicableRule[];
} {
  return {
    rules: ruleNames.flatMap((name) => {
      const entry = table[name];
      return 'check' in entry ? [{ name, ...entry }] : [];
    }),
    inapplicableRules: ruleNames.flatMap((name) => {
      const entry = table[name];
      return 'reason' in entry ? [{ name, ...entry }] : [];
    }),
  };
}
