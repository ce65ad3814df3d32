import type { Json } from '../../json/index.js';
import type { Received } from '../answered.js';
import { whyNotJson } from '../body/read-body.js';
import { type Finding, fails, holds } from '../finding.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';

/** A body that differs everywhere is not understood better by a thousand lines. */
const mostFindings = 20;

export function checkBody(expected: unknown, { response: { body } }: Received): readonly Finding[] {
  if (body.kind !== 'json') return [fails('body', `The body ${whyNotJson(body)}.`, { where: '' })];
  const mismatches = match(expected as Json, body.value);
  if (mismatches.length === 0) return [holds('body', 'The body is as expected.')];
  const findings = mismatches.slice(0, mostFindings).map((mismatch) => {
    const { message, ...particulars } = differenceOf(mismatch);
    return fails('body', message, { ...particulars, where: mismatch.where });
  });
  const more = mismatches.length - findings.length;
  return more === 0 ? findings : [...findings, fails('body', `The body differs in ${more} more places.`)];
}
