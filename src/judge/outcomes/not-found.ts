import type { Checks } from '../../spec/index.js';
import type { JudgeContext, Received } from '../answered.js';
import type { Finding } from '../finding.js';
import { unavailableReason } from './other-reasons.js';
import { refusalFindings } from './refusal.js';

/** What the request names does not exist. */
export function notFound(
  expected: NonNullable<Checks['not-found']>,
  answer: Received,
  context: JudgeContext,
): readonly Finding[] {
  return refusalFindings(
    { name: 'not-found', status: 404, readable: true, otherReason: unavailableReason },
    expected,
    answer,
    context,
  );
}
