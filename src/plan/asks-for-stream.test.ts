import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import { asksForStream } from './asks-for-stream.js';
import { expand } from './expand.js';

const streams = (body: string) => expand(caseOf(body)).map(asksForStream);

describe('an instance asks for a stream', () => {
  it('when a call of any of its steps does', () => {
    const first = '{ call: { api: chat }, expect: completion }';
    const second = '{ call: { api: chat, stream: true }, expect: completion }';
    expect(streams(`steps:\n  - ${first}\n  - ${second}`)).toEqual([true]);
  });

  it('when its matrix says so', () => {
    expect(streams('each: { api: [chat], stream: [false, true] }\ncall: {}\nexpect: completion')).toEqual([
      false,
      true,
    ]);
  });

  it('never by a raw request', () => {
    expect(streams('request: { path: /x, json: { stream: true } }\nexpect: rejected')).toEqual([false]);
  });
});
