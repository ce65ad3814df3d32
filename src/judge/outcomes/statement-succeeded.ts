import type { StatementProgress } from '../../api/index.js';
import type { Json } from '../../json/index.js';
import type { Checks } from '../../spec/index.js';
import type { Received } from '../answered.js';
import { statusFinding } from '../checks/status.js';
import { type Finding, fails, holds } from '../finding.js';
import { match } from '../matching/match.js';
import { differenceOf } from '../matching/mismatch.js';
import { endOf } from '../statement.js';

type Expected = NonNullable<Checks['statement-succeeded']>;

/** The statement ran to its end, and all of its result came. A status alone proves nothing: a failed one has 200 as well. */
export function statementSucceeded(expected: Expected, answer: Received): readonly Finding[] {
  const { statement } = answer;
  if (statement === undefined) return [fails('statement-succeeded', 'The request is no statement.')];
  const status = statusFinding('statement-succeeded.status', 200, answer);
  if (!status.holds) return [status];
  const ended = endFinding(statement);
  return ended.holds ? [status, ended, ...resultFindings(expected, statement)] : [status, ended];
}

function endFinding(statement: StatementProgress): Finding {
  const { states, next, broken } = statement;
  if (broken !== undefined)
    return fails('statement-succeeded.protocol', `The statement cannot be followed: ${broken}.`);
  if (states.at(-1) !== 'SUCCEEDED') {
    const particulars = { expected: 'SUCCEEDED', found: states.at(-1) ?? null };
    return fails('statement-succeeded.state', `The statement ended with ${endOf(statement)}.`, particulars);
  }
  if (next.kind !== 'nothing') return fails('statement-succeeded.result', 'Parts of the result did not come.');
  return holds('statement-succeeded.state', 'The statement succeeded, and its whole result came.');
}

function resultFindings(expected: Expected, { columns, rows }: StatementProgress): readonly Finding[] {
  return [
    ...('columns' in expected
      ? [
          partFinding(
            'columns',
            'The columns of the result',
            expected.columns as Json,
            columns.map(({ name }) => name),
          ),
        ]
      : []),
    ...('rows' in expected ? [partFinding('rows', 'The rows of the result', expected.rows as Json, rows)] : []),
  ];
}

function partFinding(part: string, subject: string, expected: Json, found: Json): Finding {
  const [mismatch] = match(expected, found);
  if (mismatch === undefined) return holds(`statement-succeeded.${part}`, `${subject} are as expected.`);
  const { message, ...particulars } = differenceOf(mismatch, subject);
  return fails(`statement-succeeded.${part}`, message, particulars);
}
