import type { Json } from '../../json/index.js';
import { isList } from '../fields.js';
import { unexpected, type Violation, violationsIn } from '../violation.js';
import { type StatementProgress, statementStates } from './progress.js';

export const statementRuleNames = [
  'states-known',
  'cells-text',
  'rows-as-wide-as-columns',
  'failure-explained',
] as const;
export type StatementRuleName = (typeof statementRuleNames)[number];

/** A rule of the Statement Execution API, for specs to ask for by name. `where` counts rows over all chunks. */
export interface StatementRule {
  readonly statement: string;
  check(progress: StatementProgress): readonly Violation[];
}

export const statementRules: Readonly<Record<StatementRuleName, StatementRule>> = {
  'states-known': {
    statement: 'Every state that the API told is one that is documented.',
    check: ({ states }) => {
      if (states.length === 0) return [unexpected('/status/state', undefined, 'a state')];
      const known: readonly string[] = statementStates;
      return violationsIn(states, (state) =>
        known.includes(String(state))
          ? []
          : [unexpected('/status/state', state, `one of ${statementStates.join(', ')}`)],
      );
    },
  },
  'cells-text': {
    statement: 'Every cell is a string or null.',
    check: ({ rows }) => {
      if (rows.length === 0) return [unexpected('/result/data_array', [], 'rows to judge by the rule')];
      return violationsIn(rows, (row, at) =>
        violationsIn(cellsOf(row), (cell, column) =>
          cell === null || typeof cell === 'string'
            ? []
            : [unexpected(`/result/data_array/${at}/${column}`, cell, 'a string or null')],
        ),
      );
    },
  },
  'rows-as-wide-as-columns': {
    statement: 'Every row has a cell for each column of the manifest.',
    check: ({ rows, columns }) =>
      violationsIn(rows, (row, at) =>
        isList(row) && row.length === columns.length
          ? []
          : [unexpected(`/result/data_array/${at}`, row, `a list of ${columns.length}`)],
      ),
  },
  'failure-explained': {
    statement: 'A statement that failed has an error with an error_code and a message.',
    check: ({ states, error }) => {
      if (states.at(-1) !== 'FAILED') return [unexpected('/status/state', states.at(-1), '"FAILED"')];
      return (['code', 'message'] as const).flatMap((part) => {
        const text = error?.[part];
        const field = part === 'code' ? 'error_code' : 'message';
        return text === undefined || text.trim() === ''
          ? [unexpected(`/status/error/${field}`, text, 'a non-empty string')]
          : [];
      });
    },
  },
};

function cellsOf(row: Json): readonly Json[] {
  return isList(row) ? row : [row];
}
