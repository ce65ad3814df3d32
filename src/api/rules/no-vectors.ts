import type { InapplicableRule } from '../api.js';
import { type VectorRuleName, vectorRuleNames } from './names.js';

/** For the table of an API that answers with text: why the rules about vectors say nothing about it. */
export function noVectors(api: string): Readonly<Record<VectorRuleName, Omit<InapplicableRule, 'name'>>> {
  const entry = { reason: `${api} answers in words and not with vectors.` };
  return Object.fromEntries(vectorRuleNames.map((name) => [name, entry])) as Record<VectorRuleName, typeof entry>;
}
