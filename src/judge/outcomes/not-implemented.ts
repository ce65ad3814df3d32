import type { Checks } from '../../spec/index.js';
import type { JudgeContext, Received } from '../answered.js';
import type { Finding } from '../finding.js';
import { refusalFindings } from './refusal.js';

/** The gateway no longer offers this: what a bare model name gets where fully qualified names are enforced (BerriAI/litellm#40492). */
export function notImplemented(
  expected: NonNullable<Checks['not-implemented']>,
  answer: Received,
  context: JudgeContext,
): readonly Finding[] {
  return refusalFindings({ name: 'not-implemented', status: 501, readable: true }, expected, answer, context);
}
