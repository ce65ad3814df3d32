import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import { expand } from './expand.js';
import { usesOf } from './uses-of.js';

const uses = (body: string) => expand(caseOf(body)).map((instance) => usesOf(instance));

describe('what an instance uses', () => {
  it('are the identities and model services of all its steps, each once and sorted', () => {
    const body = `steps:
  - { call: { api: chat, as: without-execute, model: "\${models.private}" }, expect: denied }
  - { call: { api: chat, model: "\${models.private}" }, expect: completion }
needs: { features: [bare-names] }`;
    expect(uses(body)).toEqual([
      { identities: ['default', 'without-execute'], models: ['private'], features: ['bare-names'] },
    ]);
  });

  it.each([
    ['the service that answers by default', 'call: { api: messages }\nexpect: completion', ['system']],
    [
      'the service that its own row of the matrix names',
      'each: { model: ["${models.private}"] }\ncall: { api: chat, model: "${each.model}" }\nexpect: completion',
      ['private'],
    ],
    ['none where none is named', 'request: { path: /x, json: {} }\nexpect: rejected', []],
  ])('is %s', (_, body, models) => {
    expect(uses(body).map((one) => one.models)).toEqual([models]);
  });

  it('is nobody where no credential is sent', () => {
    expect(uses('call: { api: chat, auth: none }\nexpect: rejected')[0]?.identities).toEqual([]);
  });
});
