import { describe, expect, it } from 'vitest';
import { isMatcher, isQuery } from './matcher.js';

describe('a mapping', () => {
  it.each([
    [{ $min: 1 }, true],
    [{ $min: 1, $max: 2 }, true],
    [{ $mni: 1 }, true],
    [{}, false],
    [{ a: 1 }, false],
    [{ $min: 1, a: 1 }, false],
    [{ '$.a': 1 }, false],
    [{ "$['a']": 1, $min: 1 }, false],
  ])('%j is a matcher: %s', (value, expected) => {
    expect(isMatcher(value)).toBe(expected);
  });
});

describe('a key', () => {
  it.each([
    ['$.a', true],
    ['$[0]', true],
    ['$', false],
    ['$min', false],
    ['a', false],
  ])('%s is a query: %s', (key, expected) => {
    expect(isQuery(key)).toBe(expected);
  });
});
