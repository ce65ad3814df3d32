import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import { expand } from './expand.js';
import { withoutIdentities } from './without-identities.js';

const skipOf = (body: string, broken: string) => {
  const instances = expand(caseOf(body));
  const plan = withoutIdentities({ instances }, ({ identity }) => (identity === broken ? 'it is over' : undefined));
  return plan.instances.map(({ skip }) => skip);
};

const skipped = {
  code: 'needs.credential',
  message: 'the credential of the identity without-execute cannot be used: it is over',
};

describe('an instance', () => {
  it.each([
    ['in its only step', 'call: { api: chat, as: without-execute }\nexpect: completion'],
    [
      'in a later step',
      'steps:\n  - call: { api: chat }\n    expect: completion\n  - call: { api: chat, as: without-execute }\n    expect: denied',
    ],
    [
      'in its clean-up',
      'call: { api: chat }\nexpect: completion\nfinally:\n  - request: { as: without-execute, path: / }',
    ],
    ['by its client', 'request: { as: without-execute, auth: client, path: / }\nexpect: { status: 200 }'],
  ])('that needs a broken credential %s is skipped, with the reason', (_, body) => {
    expect(skipOf(body, 'without-execute')).toEqual([skipped]);
  });

  it.each([
    ['another one', 'call: { api: chat }\nexpect: completion'],
    ['none', 'call: { api: chat, as: without-execute, auth: none }\nexpect: no-completion'],
    ['one that never existed', 'call: { api: chat, as: without-execute, auth: invalid }\nexpect: no-completion'],
  ])('that needs %s is run', (_, body) => {
    expect(skipOf(body, 'without-execute')).toEqual([undefined]);
  });

  it('of a matrix is skipped for itself', () => {
    const body = 'each: { as: [default, without-execute] }\ncall: { api: chat }\nexpect: completion';
    expect(skipOf(body, 'without-execute')).toEqual([undefined, skipped]);
  });

  it('that is skipped anyway keeps its reason', () => {
    const [instance] = expand(caseOf('call: { api: chat, as: without-execute }\nexpect: completion'));
    if (instance === undefined) throw new Error('no instance');
    const skip = { code: 'needs.model', message: 'the target does not have a model' };
    expect(withoutIdentities({ instances: [{ ...instance, skip }] }, () => 'x').instances[0]?.skip).toEqual(skip);
  });
});
