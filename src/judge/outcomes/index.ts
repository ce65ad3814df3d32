import type { Checks, OutcomeName } from '../../spec/index.js';
import type { JudgeContext, Received } from '../answered.js';
import type { Finding } from '../finding.js';
import { completion } from './completion.js';
import { denied } from './denied.js';
import { noCompletion } from './no-completion.js';
import { notFound } from './not-found.js';
import { notImplemented } from './not-implemented.js';
import { policyDenied } from './policy-denied.js';
import { rejected } from './rejected.js';
import { statementFailed } from './statement-failed.js';
import { statementSucceeded } from './statement-succeeded.js';
import { unauthenticated } from './unauthenticated.js';

type Outcome<Name extends OutcomeName> = (
  expected: NonNullable<Checks[Name]>,
  answer: Received,
  context: JudgeContext,
) => readonly Finding[];

/** What the named outcomes of the spec language stand for, one file each. */
export const outcomes: { readonly [Name in OutcomeName]: Outcome<Name> } = {
  completion,
  denied,
  unauthenticated,
  rejected,
  'not-found': notFound,
  'not-implemented': notImplemented,
  'no-completion': noCompletion,
  'policy-denied': policyDenied,
  'statement-succeeded': statementSucceeded,
  'statement-failed': statementFailed,
};
