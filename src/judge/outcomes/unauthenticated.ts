import type { Checks } from '../../spec/index.js';
import type { JudgeContext, Received } from '../answered.js';
import type { Finding } from '../finding.js';
import { otherThanCredential } from './other-reasons.js';
import { refusalFindings } from './refusal.js';

/**
 * The credential is not accepted. No one status is promised for it, and the body may be a bare text or a page
 * (databricks/unity-gateway#98, omnigent-ai/omnigent#3973).
 */
export function unauthenticated(
  expected: NonNullable<Checks['unauthenticated']>,
  answer: Received,
  context: JudgeContext,
): readonly Finding[] {
  const refusal = {
    name: 'unauthenticated',
    status: [400, 401, 403],
    readable: false,
    otherReason: otherThanCredential,
  };
  return refusalFindings(refusal, expected, answer, context);
}
