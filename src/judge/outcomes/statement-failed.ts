import { errorClassOf, type StatementProgress } from '../../api/index.js';
import type { Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import type { Received } from '../answered.js';
import { statusFinding } from '../checks/status.js';
import { type Finding, fails, holds } from '../finding.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';
import { endOf, otherThanAsked } from '../statement.js';

type Expected = NonNullable<Checks['statement-failed']>;

/** The warehouse took the statement and it failed: status 200 with the state FAILED, no rows, and no other reason. */
export function statementFailed(expected: Expected, answer: Received): readonly Finding[] {
  const { statement } = answer;
  if (statement === undefined) return [fails('statement-failed', 'The request is no statement.')];
  const status = statusFinding('statement-failed.status', 200, answer);
  if (!status.holds) return [status];
  if (statement.broken !== undefined)
    return [status, fails('statement-failed.protocol', `The statement cannot be followed: ${statement.broken}.`)];
  const state = stateFinding(statement);
  if (!state.holds) return [status, state];
  const named = Object.keys(parts) as (keyof Expected)[];
  return [
    status,
    state,
    rowsFinding(statement),
    // A spec that names the code or the class means it.
    ...('code' in expected || 'class' in expected ? [] : [reasonFinding(statement)]),
    ...named.flatMap((part) => (part in expected ? [partFinding(part, expected[part], statement)] : [])),
  ];
}

function stateFinding(statement: StatementProgress): Finding {
  const state = statement.states.at(-1);
  if (state === 'FAILED') return holds('statement-failed.state', `The statement ended with ${endOf(statement)}.`);
  const particulars = { expected: 'FAILED', found: state ?? null };
  return fails('statement-failed.state', `The statement ended with ${endOf(statement)}; expected FAILED.`, particulars);
}

function rowsFinding({ rows }: StatementProgress): Finding {
  const check = 'statement-failed.no-rows';
  return rows.length === 0
    ? holds(check, 'No row came with the failure.')
    : fails(check, 'The statement failed, and rows came with it.', { found: rows.length });
}

function reasonFinding(statement: StatementProgress): Finding {
  const other = otherThanAsked(statement);
  const check = 'statement-failed.reason';
  return other === undefined
    ? holds(check, 'Nothing says that there was another reason.')
    : fails(check, `The statement failed for another reason: ${other}`, { where: '/status/error' });
}

/** What a spec may ask of a failure, and what reports call it. */
const parts: Readonly<
  Record<
    keyof Expected,
    { readonly subject: string; readonly of: (statement: StatementProgress) => string | undefined }
  >
> = {
  code: { subject: 'The error_code of the failure', of: ({ error }) => error?.code },
  message: { subject: 'The message of the failure', of: ({ error }) => error?.message },
  class: { subject: 'The class of the failure', of: ({ error }) => errorClassOf(error ?? {}) },
  'sql-state': { subject: 'The SQLSTATE of the failure', of: ({ sqlState }) => sqlState },
};

function partFinding(part: keyof Expected, expected: unknown, statement: StatementProgress): Finding {
  const { subject, of } = parts[part];
  const [mismatch] = match(expected as Json, of(statement));
  if (mismatch === undefined) return holds(`statement-failed.${part}`, `${subject} is as expected.`);
  const { message, ...particulars } = differenceOf(mismatch, subject);
  return fails(`statement-failed.${part}`, message, particulars);
}
