import type { GatewayError } from '../../api/index.js';
import type { Checks } from '../../spec/index.js';
import type { JudgeContext, Received } from '../answered.js';
import type { Finding } from '../finding.js';
import { credentialReason, unavailableReason } from './other-reasons.js';
import { refusalFindings } from './refusal.js';

/** 4xx statuses that say nothing about the request itself. A spec that names one of them means it. */
const notAboutTheRequest: Readonly<Record<number, string>> = {
  403: 'status 403 says that the caller may not.',
  407: 'status 407 comes from a proxy.',
  408: 'status 408 says that the request took too long.',
  429: 'status 429 says that there are too many requests.',
  499: 'status 499 says that the request was cancelled.',
};

/** The request is refused as wrong. */
export function rejected(
  expected: NonNullable<Checks['rejected']>,
  answer: Received,
  context: JudgeContext,
): readonly Finding[] {
  const otherReason = (error: GatewayError, status: number) =>
    credentialReason(error, status) ??
    unavailableReason(error) ??
    (expected.status === undefined ? notAboutTheRequest[status] : undefined);
  return refusalFindings({ name: 'rejected', status: '4xx', readable: true, otherReason }, expected, answer, context);
}
