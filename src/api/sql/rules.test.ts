import { describe, expect, it } from 'vitest';
import { notSubmitted, type StatementProgress } from './progress.js';
import { type StatementRuleName, statementRuleNames, statementRules } from './rules.js';

const succeeded: StatementProgress = {
  ...notSubmitted,
  states: ['PENDING', 'SUCCEEDED'],
  columns: [{ name: 'a' }, { name: 'b' }],
  rows: [
    ['x', null],
    ['y', 'z'],
  ],
};
const failed: StatementProgress = {
  ...notSubmitted,
  states: ['FAILED'],
  error: { code: 'BAD_REQUEST', message: 'No.' },
};
const broken = (rule: StatementRuleName, progress: StatementProgress) =>
  statementRules[rule].check(progress).map(({ where }) => where);

describe('the rules of statements', () => {
  it.each(statementRuleNames)('%s holds of a statement that keeps it', (rule) => {
    expect(broken(rule, rule === 'failure-explained' ? failed : succeeded)).toEqual([]);
  });

  it.each<[StatementRuleName, Partial<StatementProgress>, readonly string[]]>([
    ['states-known', { states: ['PENDING', 'QUEUED'] }, ['/status/state']],
    ['states-known', { states: [] }, ['/status/state']],
    ['cells-text', { rows: [['x', 1], [true]] }, ['/result/data_array/0/1', '/result/data_array/1/0']],
    ['cells-text', { rows: [{}] }, ['/result/data_array/0/0']],
    ['cells-text', { rows: [] }, ['/result/data_array']],
    ['rows-as-wide-as-columns', { rows: [['x'], 'y'] }, ['/result/data_array/0', '/result/data_array/1']],
    ['failure-explained', {}, ['/status/state']],
    ['failure-explained', { states: ['FAILED'] }, ['/status/error/error_code', '/status/error/message']],
    ['failure-explained', { states: ['FAILED'], error: { code: 'X', message: ' ' } }, ['/status/error/message']],
  ])('%s is broken by %j', (rule, changes, where) => {
    expect(broken(rule, { ...succeeded, ...changes })).toEqual(where);
  });
});
