import { expect, it } from 'vitest';
import { createSecretFinder } from './find-secrets.js';

const secret = 'abc/def/ghi';
const hidden = 'abc\\/def\\/ghi';

it('finds an escaped secret wherever it lies to the windows of a long text', () => {
  const find = createSecretFinder([secret]);
  const mebibyte = 1024 * 1024;
  for (const at of [0, mebibyte - 5, mebibyte, mebibyte + 65_536 - 5, 2 * mebibyte - 1]) {
    const text = ' '.repeat(at) + hidden + ' '.repeat(2 * mebibyte + 7 - at);
    expect(find(text)).toEqual([[at, at + hidden.length]]);
  }
});

it('gives one range for a text that is one secret over another, not one for each', () => {
  expect(createSecretFinder(['aaaaaaaa'])('a'.repeat(100_000))).toEqual([[0, 100_000]]);
});

it('finds nothing where there are no secrets', () => {
  expect(createSecretFinder([])(secret)).toEqual([]);
});
