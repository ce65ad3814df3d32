import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import { match } from './match.js';
import { differenceOf } from './mismatch.js';

const body: Json = {
  id: 'chatcmpl_1',
  choices: [
    { index: 0, message: { content: 'Hello.' } },
    { index: 1, message: { content: null } },
  ],
  usage: { total: 24 },
  'a/b~c': true,
};

const sentences = (expected: Json, found: Json) =>
  match(expected, found).map((mismatch) => differenceOf(mismatch).message);

describe('a partial match', () => {
  it.each<[string, Json]>([
    ['fields that are named', { id: 'chatcmpl_1', usage: { total: 24 } }],
    ['nothing of an object', {}],
    ['a list item by item', { choices: [{ index: 0 }, { message: { content: null } }] }],
    ['a matcher at any depth', { usage: { total: { $min: 1 } } }],
    ['a JSONPath', { '$.choices[0].message.content': 'Hello.' }],
    ['a JSONPath with every value that it selects', { '$.choices[*].index': { $type: 'integer' } }],
    ['a JSONPath beside fields', { id: { $exists: true }, '$.usage.total': 24 }],
    ['a JSONPath from where it stands', { choices: { '$[1].index': 1 } }],
    ['the absence of a field', { model: { $exists: false } }],
    ['a JSONPath that selects nothing', { '$.error': { $exists: false } }],
  ])('holds for %s', (_, expected) => {
    expect(match(expected, body)).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ['another value', { id: 'x' }, '`id` is "chatcmpl_1"; expected "x".'],
    ['a value of another type', { usage: { total: '24' } }, '`usage.total` is 24; expected "24".'],
    ['a missing field', { model: 'x' }, '`model` is missing; expected "x".'],
    ['a missing field where null is expected', { model: null }, '`model` is missing; expected null.'],
    ['an object where a text is', { id: { a: 1 } }, '`id` is "chatcmpl_1"; expected an object with `a`.'],
    ['a shorter list', { choices: [{}] }, '`choices` is a list of 2; expected a list of 1.'],
    ['one item', { choices: [{}, { index: 2 }] }, '`choices[1].index` is 1; expected 2.'],
    ['a JSONPath that selects nothing', { '$.error.code': 1 }, '`$.error.code` selects nothing; expected 1.'],
    ['one of the selected values', { '$.choices[*].index': 0 }, '`choices[1].index` is 1; expected 0.'],
    ['a key that needs escaping', { 'a/b~c': false }, '`a/b~c` is true; expected false.'],
    [
      'a matcher on a missing field',
      { model: { $type: 'string' } },
      '`model` is missing; expected a value of type string.',
    ],
    [
      'a field inherited by every object',
      { constructor: { $exists: true } },
      '`constructor` is missing; expected something.',
    ],
  ])('fails for %s', (_, expected, message) => {
    expect(sentences(expected, body)).toEqual([message]);
  });

  it('gives one difference for each place, as a JSON Pointer', () => {
    const expected = { id: 'x', choices: [{ index: 1 }, { index: 1 }], 'a/b~c': 0 };
    expect(match(expected, body).map(({ where }) => where)).toEqual(['/id', '/choices/0/index', '/a~1b~0c']);
  });

  it('is held by every body of itself', () => {
    const key = fc.string().filter((text) => !text.startsWith('$'));
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<Json>(null, true, 0, -0, 1.5, '', 'text'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(fc.property(value, (any) => void expect(match(any, any)).toEqual([])));
  });

  it('finds a change of any one value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), (list, at) => {
        const changed = list.with(at % list.length, (list[at % list.length] ?? 0) + 1);
        expect(match({ list }, { list: changed }).map(({ where }) => where)).toEqual([`/list/${at % list.length}`]);
      }),
    );
  });

  it('does not follow a JSONPath that cannot be evaluated', () => {
    expect(sentences({ '$.a[': 1 }, {})[0]).toContain('a JSONPath that can be evaluated');
    expect(sentences({ a: { $not: { '$.b[': 1 } } }, { a: {} })).toHaveLength(1);
  });
});
