import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import { apisOf } from './apis-of.js';
import { expand } from './expand.js';

const apis = (body: string) => expand(caseOf(body)).map(apisOf);

describe('the APIs of an instance', () => {
  it.each([
    ['the one that its call names', 'call: { api: chat }\nexpect: completion', [['chat']]],
    [
      'the one that its matrix binds',
      'each: { api: [chat, messages] }\ncall: {}\nexpect: completion',
      [['chat'], ['messages']],
    ],
    [
      'all that its steps call, each once',
      'steps:\n  - { call: { api: chat }, expect: completion }\n  - { call: { api: messages }, expect: completion }\n  - { call: { api: chat }, expect: completion }',
      [['chat', 'messages']],
    ],
    ['none for a raw request', 'request: { path: /ai-gateway/x, json: {} }\nexpect: rejected', [[]]],
    [
      'the bound one for a raw request',
      'each: { api: [chat] }\nrequest: { path: /x, json: {} }\nexpect: rejected',
      [['chat']],
    ],
  ])('are %s', (_, body, expected) => {
    expect(apis(body)).toEqual(expected);
  });
});
