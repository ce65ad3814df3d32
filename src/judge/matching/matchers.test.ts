import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import { MatcherSchema } from '../../spec/loading.js';
import { match } from './match.js';
import { differenceOf } from './mismatch.js';

/** Each row: a matcher, values that it accepts, values that it refuses. */
const rows: readonly (readonly [Json, readonly Json[], readonly Json[]])[] = [
  [{ $type: 'string' }, ['', 'a'], [1, null, [], {}]],
  [{ $type: 'integer' }, [0, -1, 2], [1.5, '1', null]],
  [{ $type: 'number' }, [0, 1.5], ['1', null]],
  [{ $type: 'boolean' }, [true, false], [0, 'true', null]],
  [{ $type: 'array' }, [[], [1]], [{}, null]],
  [{ $type: 'object' }, [{}, { a: 1 }], [[], null]],
  [{ $type: 'null' }, [null], [0, '', false]],
  [
    { $equals: { a: 1, b: [2] } },
    [{ b: [2], a: 1 }],
    [{ a: 1 }, { a: 1, b: [2], c: 3 }, { a: 1, b: [2, 3] }, { a: 1, c: [2] }, null],
  ],
  [{ $equals: { $type: 'string' } }, [{ $type: 'string' }], ['a']],
  [{ $not: 'a' }, ['b', 1, null], ['a']],
  [{ $not: { $contains: 'a' } }, ['b'], ['bab']],
  [{ $not: { a: 1 } }, [{}, { a: 2 }, 5], [{ a: 1 }, { a: 1, b: 2 }]],
  [{ $in: ['a', 2] }, ['a', 2], ['b', '2', null]],
  [{ $in: [{ $min: 10 }, 1] }, [10, 1], [2]],
  [{ $contains: 'b' }, ['abc', ['b'], ['a', 'b']], ['ac', ['abc'], { b: 1 }, 5]],
  [{ $contains: { type: 'text' } }, [[{ type: 'x' }, { type: 'text', text: 'y' }]], [[], [{ type: 'x' }], 'text']],
  [{ $matches: '^\\p{Lu}' }, ['Äb'], ['äb', 1, null]],
  [{ $exists: true }, [null, 0, ''], []],
  [{ $exists: false }, [], [null, 0]],
  [{ $empty: true }, ['', [], {}], ['a', [1], { a: 1 }, 0, null]],
  [{ $empty: false }, ['a', [1], { a: 1 }], ['', [], {}, 0, null]],
  [{ $length: 2 }, ['ab', '👍👍', [1, 2]], ['a', 'abc', [1], { a: 1, b: 2 }, 2]],
  [{ $min: 1 }, [1, 2.5], [0.5, '2', null]],
  [{ $max: 1 }, [1, -2], [1.5, '0', null]],
  [
    { $json: { city: 'Oslo' } },
    [' {"city":"Oslo","people":1} \n'],
    ['{"city":"Rome"}', 'Oslo', { city: 'Oslo' }, null],
  ],
  [{ $json: null }, ['null'], ['', null]],
  [{ $each: { $length: 2 } }, [['ab', [1, 2]], ['ab']], [[], ['ab', 'abc'], 'ab', { a: 'ab' }]],
  [{ $near: 0.5 }, [0.5, 0.5000009], [0.500002, '0.5', null, [0.5]]],
  [
    { $similar: [1, 2] },
    [
      [1, 2],
      [2, 4.1],
    ],
    [[2, 1], [-1, -2], [1], [0, 0], '[1,2]', null],
  ],
  [{ $near: [[0.5], []] }, [[[0.5], []]], [[[0.5]], [[0.5], [1]], [0.5, []]]],
  [{ $type: 'string', $length: 1 }, ['a'], ['ab', [1]]],
  [{ $unknown: 1 }, [], [1, 'a', null]],
];

describe('the matchers', () => {
  it.each(rows)('%j', (matcher, accepted, refused) => {
    for (const value of accepted) expect(match(matcher, value), JSON.stringify(value)).toEqual([]);
    for (const value of refused) expect(match(matcher, value), JSON.stringify(value)).toHaveLength(1);
  });

  it('are all in the table above', () => {
    const seen = new Set(rows.flatMap(([matcher]) => Object.keys(matcher as object)));
    expect(Object.keys(MatcherSchema.properties).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('accept a missing value only where they speak of it', () => {
    const accepted = rows.map(([matcher]) => matcher).filter((matcher) => match(matcher, undefined).length === 0);
    expect(accepted).toEqual([{ $exists: false }]);
    expect(match({ $not: { $exists: true } }, undefined)).toEqual([]);
    expect(match({ $not: { $exists: false } }, undefined)).toHaveLength(1);
  });

  it('do not turn what nobody knows into a pass by denying it', () => {
    const long = 'x'.repeat(100_001);
    expect(match({ $matches: 'secret' }, long)).toHaveLength(1);
    expect(match({ $not: { $matches: 'secret' } }, long)).toHaveLength(1);
    expect(match({ $not: { $in: ['a', { $matches: 'secret' }] } }, long)).toHaveLength(1);
    expect(match({ $not: { $contains: { $matches: 'secret' } } }, [long])).toHaveLength(1);
    expect(match({ $not: { $matches: '(' } }, 'a')).toHaveLength(1);
    expect(match({ $not: { $unknown: 1 } }, 'a')).toHaveLength(1);
  });

  it('say when they can decide nothing', () => {
    const [mismatch] = match({ $matches: 'secret' }, 'x'.repeat(100_001));
    expect(mismatch && differenceOf(mismatch, 'It').message).toContain('longer than 100,000 characters');
  });

  it('say what they want', () => {
    const say = (matcher: Json) => match(matcher, undefined).map((mismatch) => differenceOf(mismatch, 'It').message);
    expect(rows.flatMap(([matcher]) => say(matcher))).toMatchInlineSnapshot(`
      [
        "It is missing; expected a value of type string.",
        "It is missing; expected a value of type integer.",
        "It is missing; expected a value of type number.",
        "It is missing; expected a value of type boolean.",
        "It is missing; expected a value of type array.",
        "It is missing; expected a value of type object.",
        "It is missing; expected a value of type null.",
        "It is missing; expected exactly an object with \`a\` and \`b\`.",
        "It is missing; expected exactly an object with \`$type\`.",
        "It is missing; expected anything but "a".",
        "It is missing; expected anything but a text or a list that contains "a".",
        "It is missing; expected anything but an object with \`a\`.",
        "It is missing; expected one of "a" or 2.",
        "It is missing; expected one of a number that is at least 10 or 1.",
        "It is missing; expected a text or a list that contains "b".",
        "It is missing; expected a list that contains an object with \`type\`.",
        "It is missing; expected a text that matches /^\\p{Lu}/u.",
        "It is missing; expected something.",
        "It is missing; expected an empty text, list or object.",
        "It is missing; expected a non-empty text, list or object.",
        "It is missing; expected a text or a list of length 2.",
        "It is missing; expected a number that is at least 1.",
        "It is missing; expected a number that is at most 1.",
        "It is missing; expected a text that is JSON with an object with \`city\`.",
        "It is missing; expected a text that is JSON with null.",
        "It is missing; expected a list of nothing but a text or a list of length 2.",
        "It is missing; expected 0.5, each number at most 0.000001 away.",
        "It is missing; expected a vector like a list of 2, with a cosine of at least 0.99.",
        "It is missing; expected a list of 2, each number at most 0.000001 away.",
        "It is missing; expected a value of type string and a text or a list of length 1.",
        "It is missing; expected what \`$unknown\` says, which is no matcher.",
      ]
    `);
  });
});
