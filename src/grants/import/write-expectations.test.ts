import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Cell, cellOf } from './cell.js';
import { differencesFrom, type ImportedMatrix } from './matrix.js';
import { accountWith, cell, every, type Row, service, somebody } from './testing/account-with.js';
import type { Somebody } from './who.js';
import { writeExpectations } from './write-expectations.js';

function matrixWith(cells: Readonly<Record<string, Cell>>, who: Somebody = somebody): ImportedMatrix {
  return {
    rows: [{ who, cells: Object.entries(cells).map(([model, one]) => ({ model, cell: one })) }],
    leftOut: [{ kind: 'left-out', identity: 'expired', because: 'its credential is meant to be refused' }],
    unasked: [{ model: 'disabled', because: 'it answers nobody' }],
  };
}

describe('the expectations as YAML', () => {
  it('say of each cell what it comes from', async () => {
    const [first, second] = every;
    if (first === undefined || second === undefined) throw new Error('there are three rows');
    const matrix = matrixWith({
      private: cell(every),
      system: cell([['account users', 'ALL_PRIVILEGES', 'main']]),
      inherited: cell([first, second, ['data scientists', 'EXECUTE', 'main'], ['analysts', 'MANAGE', 'main.llm']]),
      openai: cell([['data scientists', 'EXECUTE', 'main']], { groups: undefined }),
    });
    await expect(writeExpectations(matrix)).toMatchFileSnapshot(
      join(import.meta.dirname, 'golden', 'expectations.yaml'),
    );
  });

  it('hold nothing but roles and privileges, whatever the account calls itself', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\nprivate: { lacks: [EXECUTE] }', '\u2028x: y', '\u0085- z', '"', '#', '\u202Eevil', '\uD800'),
    );
    fc.assert(
      fc.property(name, name, fc.array(name), (principal, other, groups) => {
        const who = { ...somebody, names: [principal], groups };
        const rows: readonly Row[] = [
          [principal, 'USE_CATALOG', 'main'],
          [other, 'ALL_PRIVILEGES', 'main'],
        ];
        const one = cell(rows, who);
        const hidden = accountWith(rows, { hides: [[principal, '', 'main']] });
        const text = writeExpectations(
          matrixWith({ private: one, openai: cellOf({ service, who, known: [], granted: hidden }) }, who),
        );
        expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}|[\u2028\u2029]|\p{Surrogate}/u);
        const { identities } = parse(text);
        expect(Object.keys(identities)).toEqual(['granted']);
        expect(identities.granted.expects.private).toEqual({ lacks: one.kind === 'implied' ? one.lacks : [] });
      }),
    );
  });
});

describe('the differences from a target', () => {
  it('are the cells of which it expects something else, or something that cannot be known', () => {
    const identities = {
      granted: {
        credential: { kind: 'pat', secret: 'x', origin: 'variable X' },
        refused: false,
        expects: {
          private: { lacks: ['EXECUTE'] },
          system: { lacks: ['EXECUTE', 'USE SCHEMA'] },
          openai: { lacks: [] },
        },
      },
    } as const;
    const matrix = matrixWith({
      private: cell(every),
      system: cell(every.slice(0, 1)),
      inherited: cell(every),
      openai: { kind: 'unknown', because: 'nobody says' },
    });
    expect(differencesFrom({ identities }, matrix)).toEqual([
      { identity: 'granted', model: 'private', expected: ['EXECUTE'], implied: [] },
      { identity: 'granted', model: 'openai', expected: [], implied: undefined },
    ]);
  });
});
