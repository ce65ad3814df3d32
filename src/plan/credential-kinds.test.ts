import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import { expand } from './expand.js';
import { missingNeed } from './missing-needs.js';
import { client, smallTarget } from './testing/small-target.js';

const withClient = { ...smallTarget, identities: { default: client('some-secret') } };

function lacking(body: string, target = smallTarget) {
  const [instance] = expand(caseOf(body));
  return instance === undefined ? 'nothing to run' : missingNeed(instance, target);
}

describe('the kind of a credential', () => {
  const basic = 'call: { api: chat, auth: basic }\nexpect: completion';
  const fetching = (auth: string) => `request: { auth: ${auth}, path: /oidc/v1/token }\nexpect: { status: 200 }`;

  it('has to be a personal access token for Basic', () => {
    expect(lacking(basic)).toBeUndefined();
    expect(lacking(basic, withClient)).toEqual({
      code: 'needs.personal-access-token',
      message: 'the target does not have a personal access token for the identity default, which Basic needs',
    });
  });

  it.each(['client', 'client-with-wrong-secret'])('has to be a client for %s', (auth) => {
    expect(lacking(fetching(auth), withClient)).toBeUndefined();
    expect(lacking(fetching(auth))).toEqual({
      code: 'needs.client',
      message: 'the target does not have a client for the identity default',
    });
  });

  it('may be any for Bearer', () => {
    expect(lacking('call: { api: chat }\nexpect: completion', withClient)).toBeUndefined();
  });
});
