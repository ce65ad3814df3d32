import type { ErrorObject } from 'ajv/dist/2020.js';
import type { Violation } from '../violation.js';
import { mostViolations } from '../violation.js';
import { bestOfBranches } from './branches.js';
import { sentence } from './sentence.js';

/** Ajv's errors as sentences: one for each thing that is wrong, and none for how the schema is built. */
export function violationsOf(errors: readonly ErrorObject[]): readonly Violation[] {
  const told = withoutAlternatives(errors)
    // What is wrong stands in the errors of `then`; this one only says that they are there.
    .filter(({ keyword }) => keyword !== 'if')
    .map(sentence);
  const distinct = new Map(told.map((violation) => [`${violation.where} ${violation.message}`, violation]));
  return [...distinct.values()].slice(0, mostViolations);
}

/** Replaces the errors of all branches of an `anyOf` by those of the branch that was meant. */
function withoutAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    // Ajv reports the branches first and `anyOf` itself behind them, inner ones before outer ones.
    if (error.keyword === 'anyOf') kept.push(...bestOfBranches(error, kept));
    else kept.push(error);
  }
  return kept;
}
