import { describe, expect, it } from 'vitest';
import { cellOf } from './cell.js';
import { accountWith, cell, every, type Row, service, somebody } from './testing/account-with.js';

const lacks = (...privileges: readonly string[]) => ({ kind: 'implied', lacks: privileges });

describe('a cell', () => {
  it.each<[situation: string, rows: readonly Row[], missing: readonly string[]]>([
    ['each privilege on what it is about', every, []],
    ['nothing', [], ['USE CATALOG', 'USE SCHEMA', 'EXECUTE']],
    [
      'what others hold',
      every.map(([, ...rest]) => ['bob@example.com', ...rest]),
      ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'],
    ],
    ['a name in other letters', every.map(([, ...rest]) => ['Ann@Example.com', ...rest]), []],
    ['a group', every.map(([, ...rest]) => ['analysts', ...rest]), []],
    ['everybody', every.map(([, ...rest]) => ['account users', ...rest]), []],
    ['inherited from the catalog', every.map(([who, what]) => [who, what, 'main']), []],
    ['ALL PRIVILEGES on the catalog', [['ann@example.com', 'ALL_PRIVILEGES', 'main']], []],
    ['ALL PRIVILEGES on the schema', [['ann@example.com', 'ALL_PRIVILEGES', 'main.llm']], ['USE CATALOG']],
    ['ALL PRIVILEGES on the service', [['ann@example.com', 'ALL_PRIVILEGES', service]], ['USE CATALOG', 'USE SCHEMA']],
    ['MANAGE alone', [['ann@example.com', 'MANAGE', 'main']], ['USE CATALOG', 'USE SCHEMA', 'EXECUTE']],
    ['what stands too low', every.map(([who, what]) => [who, what, service]), ['USE CATALOG', 'USE SCHEMA']],
  ])('follows from %s', (_situation, rows, missing) => {
    expect(cell(rows)).toMatchObject(lacks(...missing));
  });

  it('is not known when groups are not listed and one of them may hold what is missing', () => {
    const byGroup: readonly Row[] = [...every.slice(0, 2), ['scientists', 'EXECUTE', service]];
    expect(cell(byGroup, { groups: undefined })).toEqual({
      kind: 'unknown',
      because: 'the account does not list the groups of granted, and scientists holds EXECUTE',
    });
    expect(cell(byGroup)).toMatchObject(lacks('EXECUTE'));
    expect(cell(every, { groups: undefined })).toMatchObject(lacks());
  });

  it.each(['bob@example.com', '5c2b9d1e-0000-4000-8000-000000000001', 'another-identity'])(
    'is known without groups when only %s holds what is missing',
    (other) => {
      const rows: readonly Row[] = [...every.slice(0, 2), [other, 'EXECUTE', service]];
      expect(cell(rows, { groups: undefined }, ['another-identity'])).toMatchObject(lacks('EXECUTE'));
    },
  );

  it('is not known when the two answers of the account contradict each other', () => {
    const [, , execute] = every;
    if (execute === undefined) throw new Error('there are three rows');
    const granted = accountWith(every, { hides: [execute] });
    expect(cellOf({ service, who: somebody, known: [], granted })).toEqual({
      kind: 'unknown',
      because:
        'the account contradicts itself: ann@example.com holds EXECUTE on main.llm.assistant in its permissions only',
    });
    const reversed = granted.map(({ securable, direct, effective }) => ({
      securable,
      direct: effective.filter(({ on }) => on.name === securable.name),
      effective: [...effective, ...direct],
    }));
    expect(cellOf({ service, who: somebody, known: [], granted: reversed })).toMatchObject({
      kind: 'unknown',
      because: expect.stringContaining('in the effective permissions of main.llm.assistant only'),
    });
  });
});
