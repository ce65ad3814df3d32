import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, finds, merge, remove, rename, replace } from './edit.js';

const answer = {
  id: 'a',
  choices: [
    { index: 0, text: 'x' },
    { index: 1, text: 'y' },
  ],
};

describe('an edit', () => {
  it('takes out every member that its path finds', () => {
    expect(remove('$.choices[*].text')(answer)).toEqual({ id: 'a', choices: [{ index: 0 }, { index: 1 }] });
  });

  it('takes several elements out of a list without skipping one', () => {
    expect(remove('$.choices[*]')(answer)).toEqual({ id: 'a', choices: [] });
  });

  it('replaces by a value, or by what becomes of the old one', () => {
    expect(replace('$.id', 7)(answer)).toMatchObject({ id: 7 });
    expect(replace('$..index', (old: unknown) => Number(old) + 1)(answer)).toMatchObject({
      choices: [{ index: 1 }, { index: 2 }],
    });
  });

  it('adds members, and gives others a new name', () => {
    expect(merge('$.choices[0]', { logprobs: null })(answer)).toMatchObject({ choices: [{ logprobs: null }, {}] });
    expect(rename('$', 'id', 'name')(answer)).toEqual({ name: 'a', choices: answer.choices });
  });

  it('can be of the whole value', () => {
    expect(replace('$', 'nothing')(answer)).toBe('nothing');
  });

  it('follows another', () => {
    expect(all(remove('$.choices'), merge('$', { id: 'b' }))(answer)).toEqual({ id: 'b' });
  });

  it('leaves alone what its path does not find, and what is neither object nor list', () => {
    expect(remove('$.usage')(answer)).toEqual(answer);
    expect(remove('$.usage')('text')).toBe('text');
  });

  it('never touches what it is given', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), (value) => {
        const before = JSON.stringify(value);
        all(remove('$..a'), replace('$..*', 0), merge('$', { a: 1 }))(value);
        expect(JSON.stringify(value)).toBe(before);
      }),
    );
  });
});

describe('a path', () => {
  it('finds what is there and not null', () => {
    expect(finds('$.choices[1]')(answer)).toBe(true);
    expect(finds('$.choices[2]')(answer)).toBe(false);
    expect(finds('$.id')({ id: null })).toBe(false);
    expect(finds('$.id')(undefined)).toBe(false);
  });
});
