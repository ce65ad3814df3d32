import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuery, parseQuery, queryKeys, type Term } from './query.js';

const value = fc.string({ unit: 'grapheme', minLength: 1 });
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({
    key: fc.constantFrom(...queryKeys),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
    not: fc.boolean(),
  }),
  fc.record({ key: fc.constant('text' as const), values: fc.tuple(value), not: fc.boolean() }),
);

describe('a query', () => {
  it.each<[string, readonly Term[]]>([
    ['', []],
    ['  ', []],
    ['hello world', [text('hello'), text('world')]],
    ['"hello world"', [text('hello world')]],
    ['s:failed,error', [{ key: 's', values: ['failed', 'error'], not: false }]],
    ['!api:chat', [{ key: 'api', values: ['chat'], not: true }]],
    [
      'req:PERM-* !"not this"',
      [
        { key: 'req', values: ['PERM-*'], not: false },
        { ...text('not this'), not: true },
      ],
    ],
    ['file:names.yaml:34', [{ key: 'file', values: ['names.yaml:34'], not: false }]],
    ['id:"a,b",c', [{ key: 'id', values: ['a,b', 'c'], not: false }]],
    ['one,two', [text('one,two')]],
    ['colour:red', [text('colour:red')]],
    ['https://example.com', [text('https://example.com')]],
    ['s:', [text('s:')]],
    ['!', [text('!')]],
    ['"left open', [text('left open')]],
    ['"a \\" b"', [text('a " b')]],
  ])('%j is read', (query, terms) => {
    expect(parseQuery(query)).toEqual(terms);
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        expect(parseQuery(formatQuery(terms))).toEqual(terms);
      }),
    );
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('s', ':', '!', '"', ',', ' ', '\\', 'é', 'x') }), (query) => {
        const terms = parseQuery(query);
        expect(terms.every(({ values }) => values.length > 0 && !values.includes(''))).toBe(true);
        expect(parseQuery(formatQuery(terms))).toEqual(terms);
      }),
    );
  });
});

function text(word: string): Term {
  return { key: 'text', values: [word], not: false };
}
