import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json/index.js';
import { keysOf, referencesIn, substitute, textsOf } from './references.js';

const json = fc.jsonValue().map((value) => value as Json);
const plain = fc.string().filter((text) => !text.includes('$'));
const never = () => {
  throw new Error('nothing to look up');
};

describe('references in a text', () => {
  it.each<[string, readonly string[]]>([
    ['${models.system}', ['models.system']],
    ['a ${each.x} b ${captures.a-b_1}', ['each.x', 'captures.a-b_1']],
    ['${ nonce }', ['nonce']],
    ['$${models.system}', []],
    ['$$${models.system}', []],
    ['$${a} ${b}', ['b']],
    ['$ { } $x {a}', []],
    ['$.choices[0]', []],
  ])('of %j are %j', (text, expected) => {
    const found = referencesIn(text);
    expect(found.map(({ reference }) => reference.join('.'))).toEqual(expected);
    expect(found.some(({ malformed }) => malformed)).toBe(false);
  });

  it.each(['${}', '${ }', '${a..b}', '${a b}', '${a.${b}', '${a[0]}', '${unclosed', 'x ${'])(
    'finds %j malformed',
    (text) => {
      expect(referencesIn(text)).toMatchObject([{ malformed: true }]);
    },
  );
});

describe('looking references up', () => {
  it('leaves alone what has none', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(substitute(text, never)).toBe(text);
      }),
    );
  });

  it('gives the value its own type where nothing else stands', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(substitute({ a: ['${x}'] }, () => value)).toEqual({ a: [value] });
      }),
    );
  });

  it('writes the value as text where something else stands', () => {
    fc.assert(
      fc.property(plain, json, plain, (before, value, after) => {
        fc.pre(before !== '' || after !== '');
        const written = typeof value === 'string' ? value : JSON.stringify(value);
        expect(substitute(`${before}\${x}${after}`, () => value)).toBe(`${before}${written}${after}`);
      }),
    );
  });

  it('looks nothing up in what was looked up', () => {
    expect(substitute('${x}', () => '${y}')).toBe('${y}');
    expect(substitute('a ${x}', () => "${y} $& $' $1")).toBe("a ${y} $& $' $1");
  });

  it('writes ${ for $${', () => {
    expect(substitute('$${x} and ${x}', () => 'y')).toBe('${x} and y');
    expect(substitute('$${x}', never)).toBe('${x}');
  });

  it('hands over the dotted path', () => {
    const seen: (readonly string[])[] = [];
    substitute(['${models.system.bare}', 'a ${ each.x }'], (reference) => {
      seen.push(reference);
      return '';
    });
    expect(seen).toEqual([
      ['models', 'system', 'bare'],
      ['each', 'x'],
    ]);
  });

  it('keeps a key that JavaScript would take for the prototype', () => {
    const template = JSON.parse('{"__proto__": {"a": "${x}"}}') as Json;
    expect(JSON.stringify(substitute(template, () => 1))).toBe('{"__proto__":{"a":1}}');
  });
});

describe('the texts and the keys of a template', () => {
  const template = { a: ['x', 1, { b: 'y' }], c: null, 'd.e': 'z' };

  it('come with their paths', () => {
    expect([...textsOf(template)]).toEqual([
      { text: 'x', path: ['a', 0] },
      { text: 'y', path: ['a', 2, 'b'] },
      { text: 'z', path: ['d.e'] },
    ]);
    expect([...keysOf(template)].map(({ text, path }) => `${text}: ${path.join('/')}`)).toEqual([
      'a: a',
      'b: a/2/b',
      'c: c',
      'd.e: d.e',
    ]);
  });

  it('are all that there is to look up', () => {
    fc.assert(
      fc.property(json, (value) => {
        const found = [...textsOf(value)].flatMap(({ text }) => referencesIn(text)).length;
        let looked = 0;
        substitute(value, () => {
          looked += 1;
          return '';
        });
        expect(looked).toBe(found);
      }),
    );
  });
});
