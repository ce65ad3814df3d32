import { expect, it } from 'vitest';
import { retryAfter } from './retry-after.js';

const now = Date.UTC(2026, 9, 21, 7, 28, 0);

it.each([
  ['0', 0],
  ['3', 3000],
  ['  3 ', 3000],
  ['1.5', 1500],
  ['99999999999999999999', 1e23],
  ['Wed, 21 Oct 2026 07:28:10 GMT', 10_000],
  ['Wednesday, 21-Oct-26 07:28:10 GMT', 10_000],
  ['Wed Oct 21 07:28:10 2026', 10_000],
  ['Sun Nov  1 07:28:00 2026', 11 * 86_400_000],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['Wednesday, 21-Oct-99 07:28:10 GMT', 0],
])('reads "%s"', (value, wait) => {
  expect(retryAfter([['Retry-After', value]], now)).toBe(wait);
});

it.each([
  '',
  '-1',
  'soon',
  '1e3',
  '0x10',
  '3, 5',
  '3s',
  'Infinity',
  '2026-10-21',
  'Wed, 31 Feb 2026 07:28:10 GMT',
  'Wed, 21 Oct 2026 25:00:00 GMT',
])('does not take "%s" for a wait', (value) => {
  expect(retryAfter([['retry-after', value]], now)).toBeUndefined();
});

it('takes the longest of repeated headers, and passes over what it cannot read', () => {
  const headers = [
    ['Retry-After', '2'],
    ['retry-after', 'never'],
    ['RETRY-AFTER', '7'],
  ] as const;
  expect(retryAfter(headers, now)).toBe(7000);
});

it('prefers milliseconds where they are given and can be read', () => {
  expect(
    retryAfter(
      [
        ['retry-after', '2'],
        ['retry-after-ms', '150'],
      ],
      now,
    ),
  ).toBe(150);
  expect(
    retryAfter(
      [
        ['retry-after', '2'],
        ['retry-after-ms', 'soon'],
      ],
      now,
    ),
  ).toBe(2000);
});

it('knows no wait where none is asked for', () => {
  expect(retryAfter([['content-type', 'text/plain']], now)).toBeUndefined();
});
