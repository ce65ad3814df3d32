import { describe, expect, it } from 'vitest';
import { notSubmitted, type StatementProgress } from '../../api/index.js';
import type { Aspect, Checks } from '../../spec/index.js';
import { type Answered, answered } from '../answered.js';
import { readAspects } from '../observation.js';
import { answer, context, databricks, judged, messages, refuted } from '../testing/answers.js';

const succeeded: StatementProgress = {
  id: 's-1',
  states: ['RUNNING', 'SUCCEEDED'],
  columns: [{ name: 'answer', type: 'STRING' }],
  rows: [['hello']],
  next: { kind: 'nothing' },
};
const failed = (message: string, code = 'BAD_REQUEST'): StatementProgress => ({
  ...notSubmitted,
  id: 's-1',
  states: ['FAILED'],
  next: { kind: 'nothing' },
  error: { code, message },
  sqlState: '57012',
});
const unknownModel = failed('[REMOTE_FUNCTION_HTTP_FAILED_ERROR] The request failed with code 404. SQLSTATE: 57012');

const of = (statement: StatementProgress, status = 200): Answered =>
  answered(
    answer({ status, json: status === 200 ? {} : databricks('INTERNAL_ERROR', 'No.') }).exchange,
    undefined,
    statement,
  );
const wrong = (checks: Checks, subject: Answered) => refuted(judged(checks, subject));

describe('statement-succeeded', () => {
  it('holds of a statement whose whole result came', () => {
    const expected = { columns: ['answer'], rows: [[{ $matches: '^h' }]] };
    expect(wrong({ 'statement-succeeded': expected }, of(succeeded))).toEqual([]);
  });

  it.each<[string, Answered, string]>([
    ['failed', of(unknownModel), 'statement-succeeded.state'],
    ['was cancelled', of({ ...succeeded, states: ['CANCELED'] }), 'statement-succeeded.state'],
    [
      'cannot be followed',
      of({ ...succeeded, broken: 'the answer has no statement_id' }),
      'statement-succeeded.protocol',
    ],
    ['lacks a chunk', of({ ...succeeded, next: { kind: 'chunk', index: 1 } }), 'statement-succeeded.result'],
    ['ended with another status', of(succeeded, 500), 'statement-succeeded.status'],
    ['was none', answer({ json: {} }), 'statement-succeeded'],
  ])('does not hold of one that %s', (_, subject, check) => {
    expect(wrong({ 'statement-succeeded': {} }, subject)).toEqual([check]);
  });

  it('tells of a failure what the warehouse says', () => {
    expect(messages(judged({ 'statement-succeeded': {} }, of(unknownModel)))).toEqual([
      'The statement ended with FAILED (BAD_REQUEST: [REMOTE_FUNCTION_HTTP_FAILED_ERROR] The request failed with code 404. SQLSTATE: 57012).',
    ]);
  });

  it('compares rows and columns', () => {
    const expected = { columns: ['other'], rows: [['other']] };
    expect(wrong({ 'statement-succeeded': expected }, of(succeeded))).toEqual([
      'statement-succeeded.columns',
      'statement-succeeded.rows',
    ]);
  });
});

describe('statement-failed', () => {
  it('holds of a statement that failed for what it asks', () => {
    expect(wrong({ 'statement-failed': {} }, of(unknownModel))).toEqual([]);
    const expected = {
      code: 'BAD_REQUEST',
      class: 'REMOTE_FUNCTION_HTTP_FAILED_ERROR',
      'sql-state': '57012',
      message: { $contains: '404' },
    };
    expect(wrong({ 'statement-failed': expected }, of(unknownModel))).toEqual([]);
  });

  it.each<[string, Answered, string]>([
    ['succeeded', of(succeeded), 'statement-failed.state'],
    ['was cancelled', of({ ...unknownModel, states: ['CANCELED'] }), 'statement-failed.state'],
    ['still gave rows', of({ ...unknownModel, rows: [['x']] }), 'statement-failed.no-rows'],
    ['cannot be followed', of({ ...unknownModel, broken: 'x' }), 'statement-failed.protocol'],
    ['was refused as a request', of(notSubmitted, 403), 'statement-failed.status'],
    ['was none', answer({ json: {} }), 'statement-failed'],
  ])('does not hold of one that %s', (_, subject, check) => {
    expect(wrong({ 'statement-failed': {} }, subject)).toEqual([check]);
  });

  it.each([
    failed('[PARSE_SYNTAX_ERROR] Syntax error at or near SELEC.'),
    failed('[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column cannot be resolved.'),
    failed('[UNRESOLVED_ROUTINE] Cannot resolve the routine ai_query.'),
    failed('The warehouse is being updated.', 'SERVICE_UNDER_MAINTENANCE'),
    failed('[REMOTE_FUNCTION_HTTP_FAILED_ERROR] The remote HTTP request failed with code 429, and …'),
    failed('[REMOTE_FUNCTION_HTTP_FAILED_ERROR] The remote HTTP request failed with code 503, and …'),
  ])('does not hold of one that failed for another reason: %j', (statement) => {
    expect(wrong({ 'statement-failed': {} }, of(statement))).toEqual(['statement-failed.reason']);
  });

  it('takes any reason that a spec names', () => {
    expect(
      wrong({ 'statement-failed': { class: 'PARSE_SYNTAX_ERROR' } }, of(failed('[PARSE_SYNTAX_ERROR] No.'))),
    ).toEqual([]);
    expect(wrong({ 'statement-failed': { class: 'OTHER', code: 'X' } }, of(unknownModel))).toEqual([
      'statement-failed.code',
      'statement-failed.class',
    ]);
  });
});

describe('what is recorded of a statement', () => {
  const aspects: readonly Aspect[] = ['outcome', 'state', 'columns', 'error-code', 'error-class', 'sql-state'];

  it('is its end, and the columns or the error', () => {
    expect(readAspects(aspects, of(succeeded), context)).toEqual({
      outcome: 'statement-succeeded',
      state: 'SUCCEEDED',
      columns: ['answer: STRING'],
      'error-code': null,
      'error-class': null,
      'sql-state': null,
    });
    expect(readAspects(aspects, of(unknownModel), context)).toEqual({
      outcome: 'statement-failed',
      state: 'FAILED',
      columns: null,
      'error-code': 'BAD_REQUEST',
      'error-class': 'REMOTE_FUNCTION_HTTP_FAILED_ERROR',
      'sql-state': '57012',
    });
  });

  it('is the error of the request where there was no statement', () => {
    expect(readAspects(aspects, of(notSubmitted, 403), context)).toMatchObject({
      outcome: 'denied',
      state: null,
      'error-code': 'INTERNAL_ERROR',
    });
  });
});

describe('a rule', () => {
  it('is judged on a statement that can be followed', () => {
    expect(wrong({ rules: ['cells-text'] }, of(succeeded))).toEqual([]);
    expect(wrong({ rules: ['cells-text'] }, of({ ...succeeded, rows: [[1]] }))).toEqual(['rules.cells-text']);
    expect(wrong({ rules: ['cells-text'] }, of({ ...succeeded, broken: 'x' }))).toEqual(['rules.cells-text']);
    expect(wrong({ rules: ['usage-adds-up'] }, of(succeeded))).toEqual(['rules.usage-adds-up']);
  });
});
