import { describe, expect, it } from 'vitest';
import { completion } from '../api/testing/bodies.js';
import { captureValue } from './capture.js';
import { answer, reset } from './testing/answers.js';

const ok = answer({ json: completion(), headers: { 'X-Request-Id': 'r1' } });

describe('a capture', () => {
  it.each([
    ['a header, in any case', { header: 'x-request-id' }, 'r1'],
    ['one value of the body', { body: '$.usage.total_tokens' }, 24],
    ['an object of the body', { body: '$.choices[0].message' }, { role: 'assistant', content: 'Hello.' }],
    ['the text of the answer', { answer: 'text' } as const, 'Hello.'],
    ['the model of the answer', { answer: 'model' } as const, 'some-model'],
    ['the id of the answer', { answer: 'id' } as const, 'chatcmpl_1'],
  ])('takes %s', (_, capture, value) => {
    expect(captureValue(capture, ok)).toEqual(value);
  });

  it.each([
    ['a header that is not there', { header: 'retry-after' }, ok],
    ['a JSONPath that selects nothing', { body: '$.error' }, ok],
    ['a JSONPath that selects several values', { body: '$.usage.*' }, ok],
    ['a JSONPath that cannot be read', { body: '$[' }, ok],
    ['a part of a body that is no JSON', { body: '$.id' }, answer({ text: 'Hello.' })],
    ['the answer of an error', { answer: 'text' } as const, answer({ status: 500, json: {} })],
    [
      'anything of an answer that never came',
      { header: 'x-request-id' },
      answer({ headers: { 'x-request-id': 'r1' }, fault: reset }),
    ],
  ])('has nothing for %s', (_, capture, subject) => {
    expect(captureValue(capture, subject)).toBeUndefined();
  });
});
