import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonObjectAt } from './json-object.js';

describe('a JSON object in a text', () => {
  it.each([
    ['{}', '{}'],
    ['{"a":1} and more}', '{"a":1}'],
    ['{"a":{"b":"}"}}}', '{"a":{"b":"}"}}'],
    ['{"a":"\\"}"} x', '{"a":"\\"}"}'],
    ['{"a":"\\\\"}"', '{"a":"\\\\"}'],
  ])('in %s is %s', (text, found) => {
    expect(jsonObjectAt(text, 0)).toEqual({ text: found, value: JSON.parse(found) });
  });

  it.each(['', 'x', '[1]', '{', '{"a":1', '{"a":"}', '{a:1}', '{"a":1,}'])('is not found in %j', (text) => {
    expect(jsonObjectAt(text, 0)).toBeUndefined();
  });

  it('is found as it was written, whatever it holds and whatever stands around it', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.string(), object, fc.string(), (before, text, after) => {
        expect(jsonObjectAt(before + text + after, before.length)?.text).toBe(text);
      }),
    );
  });
});
