import { describe, expect, it } from 'vitest';
import { isSummarised } from './summarised.js';
import { trackingOf } from './tracking.js';

describe('the ids of an exchange', () => {
  it('are lifted out of its headers, whatever their case, those of the response first and each once', () => {
    const request = { headers: [['traceparent', `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`] as const] };
    const response = { headers: [['X-Request-Id', 'r1'] as const, ['x-databricks-request-id', 'r1'] as const] };
    expect(trackingOf({ request, response })).toEqual([
      { name: 'Request id', header: 'X-Request-Id', value: 'r1' },
      { name: 'Trace id', header: 'traceparent', value: 'ab'.repeat(16) },
    ]);
  });

  it('are none where the headers were not kept', () => {
    expect(trackingOf({ request: {} })).toEqual([]);
  });
});

describe('a summarised body', () => {
  it('is one of which nothing but the size was kept', () => {
    expect(isSummarised({ kind: 'text', text: '', bytes: 9, cut: true })).toBe(true);
    expect(isSummarised({ kind: 'text', text: 'a', bytes: 9, cut: true })).toBe(false);
    expect(isSummarised({ kind: 'empty', bytes: 0 })).toBe(false);
  });
});
