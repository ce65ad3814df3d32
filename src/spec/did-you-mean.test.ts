import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.js';

describe('what was meant', () => {
  it.each([
    ['mdoel', ['model', 'modes'], 'model'],
    ['expct', ['expect', 'observe'], 'expect'],
    ['NAME-1', ['NAME-01', 'NAME-10'], 'NAME-01'],
    ['name-01', ['NAME-02', 'NAME-01'], 'NAME-01'],
    ['without-exectue', ['without-execute', 'without-use-schema'], 'without-execute'],
    ['cal', ['call', 'all-of-it'], 'call'],
  ])('by %s of %j is %s', (word, candidates, expected) => {
    expect(didYouMean(word, candidates)).toBe(expected);
  });

  it.each([
    ['elephant', ['model', 'prompt']],
    ['as', ['is-it', 'no']],
    ['xy', ['as']],
    ['model', []],
  ])('by %s is none of %j', (word, candidates) => {
    expect(didYouMean(word, candidates)).toBeUndefined();
  });

  it('is the word itself when it is there', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (word, others) => {
        const meant = didYouMean(word, [...others, word]);
        expect(meant?.toLowerCase()).toBe(word.toLowerCase());
      }),
    );
  });

  it('is always one of the candidates', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
        const meant = didYouMean(word, candidates);
        expect(meant === undefined || candidates.includes(meant)).toBe(true);
      }),
    );
  });
});
