import type { Checks } from '../../spec/index.js';
import type { JudgeContext, Received } from '../answered.js';
import type { Finding } from '../finding.js';
import { outcomes } from '../outcomes/index.js';
import { checkBody } from './body.js';
import { checkContract } from './contract.js';
import { checkHeaders } from './headers.js';
import { checkRules } from './rules.js';
import { statusFinding } from './status.js';
import { checkStream } from './stream.js';
import { checkTiming } from './timing.js';

export type Check<Expected> = (expected: Expected, answer: Received, context: JudgeContext) => readonly Finding[];

/** Everything that a spec may ask of one answer. */
export const checks: { readonly [Name in keyof Checks]-?: Check<NonNullable<Checks[Name]>> } = {
  ...outcomes,
  status: (expected, answer) => [statusFinding('status', expected, answer)],
  headers: checkHeaders,
  body: checkBody,
  contract: checkContract,
  rules: checkRules,
  stream: checkStream,
  timing: checkTiming,
};
