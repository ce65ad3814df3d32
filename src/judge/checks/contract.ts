import type { Violation } from '../../api/index.js';
import type { Checks } from '../../spec/index.js';
import type { Received } from '../answered.js';
import { whyNotJson } from '../body/read-body.js';
import { type Finding, fails, holds } from '../finding.js';

export function checkContract(kind: NonNullable<Checks['contract']>, answer: Received): readonly Finding[] {
  return contractFindings('contract', kind, answer);
}

/** The findings on the contract, under the code of the check that asks for it. */
export function contractFindings(
  check: string,
  kind: 'success' | 'error',
  { api, response: { body } }: Received,
): readonly Finding[] {
  if (api === undefined) return [fails(check, 'The request is on no path of an API that has a contract.')];
  if (body.kind !== 'json') return [fails(check, `The body ${whyNotJson(body)}.`, { where: '' })];
  const found = api.contract[kind](body.value);
  if (found.length > 0) return violationFindings(check, found);
  return [
    holds(
      check,
      `The body keeps the contract of ${api.api.name} for ${kind === 'success' ? 'a success' : 'an error'}.`,
    ),
  ];
}

export function violationFindings(check: string, found: readonly Violation[]): readonly Finding[] {
  return found.map(({ message, ...particulars }) => fails(check, message, particulars));
}
