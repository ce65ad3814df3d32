import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../json/index.js';
import type { RuleName } from '../../rules/index.js';
import { base64Of, embedded, embedding, vectors } from '../../testing/embeddings-bodies.js';
import { expectRule, type RuleCases } from '../../testing/rule-cases.js';
import { embeddings } from '../index.js';

const listing = (...data: readonly Json[]): JsonObject => embedded({ data });
const counting = (usage: Json): JsonObject => embedded({ usage });

const cases: Partial<Record<RuleName, RuleCases>> = {
  'envelope-typed': {
    holds: { list: embedded() },
    fails: {
      'another list': [embedded({ object: 'embeddings' }), '`object` is the string "embeddings"; expected "list".'],
      'a member without a type': [
        listing(embedding(), { index: 1, embedding: [1] }),
        '`data[1].object` is missing; expected "embedding".',
      ],
    },
  },
  'model-named': {
    holds: { model: embedded() },
    fails: { none: [embedded({ model: null }), '`model` is null; expected a non-empty string.'] },
  },
  'usage-reported': {
    holds: { counts: embedded() },
    fails: {
      none: [counting(null), '`usage` is null; expected an object with token counts.'],
      'no tokens': [
        counting({ prompt_tokens: 0, total_tokens: 2 }),
        '`usage.prompt_tokens` is the number 0; expected a whole number from 1 on.',
      ],
      'no total': [
        counting({ prompt_tokens: 2 }),
        '`usage.total_tokens` is missing; expected a whole number from 1 on.',
      ],
    },
  },
  'usage-adds-up': {
    holds: {
      same: embedded(),
      'a count of no answer': counting({ prompt_tokens: 2, completion_tokens: 0, total_tokens: 2 }),
    },
    fails: {
      more: [
        counting({ prompt_tokens: 2, total_tokens: 3 }),
        '`usage.total_tokens` is the number 3; expected 2: an embedding has no tokens but those of its input.',
      ],
      'nothing to compare': [
        counting({ total_tokens: 3 }),
        '`usage` is an object with `total_tokens`; expected a count of prompt tokens to compare with.',
      ],
    },
  },
  'vectors-counted': {
    holds: { one: embedded(), two: vectors([1], [2]) },
    fails: { none: [listing(), '`data` is an empty list; expected a list of at least one embedding.'] },
  },
  'vectors-indexed': {
    holds: { two: vectors([1], [2]) },
    fails: {
      'all the same': [
        listing(embedding([1], 0), embedding([2], 0)),
        '`data[1].index` is the number 0; expected 1, its place in the list.',
      ],
      none: [
        listing({ object: 'embedding', embedding: [1] }),
        '`data[0].index` is missing; expected 0, its place in the list.',
      ],
      'no member': [listing('a'), '`data[0]` is the string "a"; expected an object.'],
    },
  },
  'vectors-decoded': {
    holds: { floats: embedded(), base64: vectors(base64Of([1, 2])) },
    fails: {
      null: [vectors(null), '`data[0].embedding` is null; expected a list of numbers or base64 text.'],
      'something else in it': [
        vectors([1, null]),
        '`data[0].embedding` is a list of 2; expected a list of nothing but numbers.',
      ],
      'a number that is too large': [
        vectors([1, JSON.parse('1e999') as number]),
        '`data[0].embedding[1]` holds Infinity as number 1; expected finite numbers.',
      ],
      'no number in base64': [
        vectors(base64Of([Number.NaN])),
        '`data[0].embedding` holds NaN as number 0; expected finite numbers.',
      ],
      'half a float': [
        vectors('AAA='),
        '`data[0].embedding` is the string "AAA="; expected base64 of whole 32-bit floats, and this is one of 2 bytes.',
      ],
      'no base64': [
        vectors('[0.5]'),
        '`data[0].embedding` is the string "[0.5]"; expected base64 text (RFC 4648 section 4).',
      ],
    },
  },
  'vectors-alike': {
    holds: { two: vectors([1, 2], [3, 4]), 'in two encodings': vectors([1, 2], base64Of([3, 4])) },
    fails: {
      shorter: [vectors([1, 2], [3]), '`data[1].embedding` has length 1; expected 2, like the first.'],
      empty: [vectors([], [3]), '`data[0].embedding` has length 0; expected at least 1.'],
    },
  },
  'vectors-not-zero': {
    holds: { 'some zeros': vectors([0, 0.1]) },
    fails: {
      zeros: [vectors([1], [0, -0]), '`data[1].embedding` is nothing but zeros; expected a vector with a direction.'],
      'zeros in base64': [
        vectors(base64Of([0, 0])),
        '`data[0].embedding` is nothing but zeros; expected a vector with a direction.',
      ],
    },
  },
  'vectors-as-asked': {
    holds: { 'nothing was asked for': embedded() },
    fails: { 'no vector': [vectors(null), '`data[0].embedding` is null; expected a list of numbers or base64 text.'] },
  },
};

describe('a rule of embeddings', () => {
  it.each(embeddings.rules.map(({ name }) => name))('%s', (name) => {
    const ruleCases = cases[name];
    if (ruleCases === undefined) throw new Error(`No cases for ${name}.`);
    expectRule(embeddings, name, ruleCases);
  });
});

describe('with the request', () => {
  const told = (name: RuleName, body: Json, sent: Json) =>
    embeddings.rules
      .find((rule) => rule.name === name)
      ?.check(body, sent)
      .map(({ message }) => message);

  it.each<[string, Json, number]>([
    ['a text', 'a', 1],
    ['texts', ['a', 'b'], 2],
    ['a text in tokens', [1, 2, 3], 1],
    ['texts in tokens', [[1], [2, 3]], 2],
  ])('there is a vector for each input: %s', (_, input, count) => {
    const enough = vectors(...Array.from({ length: count }, () => [1]));
    expect(told('vectors-counted', enough, { input })).toEqual([]);
    expect(told('vectors-counted', vectors([1], [1], [1]), { input })).toEqual([
      `\`data\` is a list of 3; expected a list of ${count}, one for each input.`,
    ]);
  });

  it('there are no more to expect of an input that is none', () => {
    for (const sent of [{}, { input: [] }, { input: 7 }, null])
      expect(told('vectors-counted', embedded(), sent)).toEqual([]);
  });

  it('vectors are in the encoding that it names', () => {
    const [floats, base64] = [vectors([1]), vectors(base64Of([1]))];
    const asked = (body: Json, encoding_format: Json) => told('vectors-as-asked', body, { encoding_format });
    expect([asked(floats, 'float'), asked(base64, 'base64'), asked(base64, null), asked(floats, 'hex')]).toEqual(
      Array(4).fill([]),
    );
    expect(asked(floats, 'base64')).toEqual(['`data[0].embedding` is a list of 1; expected base64 text, as asked.']);
    expect(asked(base64, 'float')).toEqual([
      '`data[0].embedding` is the string "AACAPw=="; expected a list of numbers, as asked.',
    ]);
  });

  it('vectors have as many dimensions as it names', () => {
    expect(told('vectors-as-asked', vectors([1, 2]), { dimensions: 2 })).toEqual([]);
    expect(told('vectors-as-asked', vectors([1, 2]), { dimensions: 3 })).toEqual([
      '`data[0].embedding` has length 2; expected 3, as asked.',
    ]);
  });
});
