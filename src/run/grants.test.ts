import { describe, expect, it } from 'vitest';
import { smallTarget } from '../plan/testing/small-target.js';
import { caseOf } from '../spec/testing/load-cases.js';
import { smallVocabulary } from '../spec/testing/small-vocabulary.js';
import type { Target } from '../target/index.js';
import { planEvents, targetRecord } from './plan-events.js';
import { answering, ok } from './testing/fake-gateway.js';
import { planOf, runCase } from './testing/run-cases.js';

const { default: caller, 'without-execute': other } = smallTarget.identities;
if (caller === undefined || other === undefined) throw new Error('the small target lacks an identity');
const target: Target = {
  ...smallTarget,
  identities: {
    default: caller,
    'without-execute': { ...other, principal: 'someone@example.com', expects: { private: { lacks: ['EXECUTE'] } } },
  },
};
const denial = `
each: { api: [chat], grant: denied }
steps:
  - { name: control, call: { as: default, model: "\${grant.model}" }, expect: completion }
  - { name: denied, call: {}, expect: denied }`;

describe('a case about grants', () => {
  it('asks the service of the cell, first as the control and then as the identity of the cell', async () => {
    const gateway = answering(({ headers }) =>
      headers.some(([, value]) => value.includes(credential)) ? { status: 403, json: refusal } : ok,
    );
    const credential = 'canary-of-the-other-identity';
    const refusal = { error_code: 'PERMISSION_DENIED', message: 'User does not have EXECUTE on Model Service.' };
    const { finished, exchanges } = await runCase(denial, gateway, { target });
    expect(finished.verdict).toBe('passed');
    expect(exchanges.map(({ step, identity }) => [step, identity])).toEqual([
      ['control', 'default'],
      ['denied', 'without-execute'],
    ]);
    const asked = exchanges.map(({ exchange: { request } }) => request.body);
    for (const body of asked) expect(JSON.stringify(body)).toContain('main.gateway.private-model');
  });

  it('tells the journal which cell it is about, and how Unity Catalog calls its identity', () => {
    const library = { specs: [], suites: new Map(), digest: '', ...smallVocabulary };
    const [planned] = planEvents(planOf([caseOf(denial)], target), library);
    expect(planned).toMatchObject({
      grant: { identity: 'without-execute', model: 'private', lacks: ['EXECUTE'], steps: ['denied'] },
    });
    expect(targetRecord(target).principals).toEqual({ 'without-execute': 'someone@example.com' });
    expect(targetRecord(smallTarget)).not.toHaveProperty('principals');
  });
});
