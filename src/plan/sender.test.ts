import { describe, expect, it } from 'vitest';
import { caseOf } from '../spec/testing/load-cases.js';
import { actionsOf } from './actions-of.js';
import { expand } from './expand.js';
import { senderOf } from './sender.js';

function senders(body: string) {
  return expand(caseOf(body)).flatMap((instance) =>
    actionsOf(instance).map((action) => senderOf(action, instance.bindings)),
  );
}

describe('who asks, where and how', () => {
  it('is the default identity with its token, on the URL of the workspace under test', () => {
    expect(senders('call: { api: chat }\nexpect: completion')).toEqual([
      { identity: 'default', auth: 'bearer', workspace: 'home', route: 'workspace-url', api: 'chat', stream: false },
    ]);
  });

  it('is what the call says, else what the matrix binds', () => {
    const body = `
each: { api: [messages], as: [without-execute], auth: [basic], workspace: [second], route: [workspace-header], stream: [true] }
steps:
  - call: {}
    expect: completion
  - call: { api: chat, as: default, auth: none, workspace: home, route: workspace-url, stream: false }
    expect: no-completion
  - request: { path: /x }
    expect: { status: 200 }`;
    const bound = {
      identity: 'without-execute',
      auth: 'basic',
      workspace: 'second',
      route: 'workspace-header',
      api: 'messages',
      stream: true,
    };
    expect(senders(body)).toEqual([
      bound,
      { identity: 'default', auth: 'none', workspace: 'home', route: 'workspace-url', api: 'chat', stream: false },
      // A raw request says in its own body whether it wants a stream.
      { ...bound, stream: false },
    ]);
  });

  it('has no API for a raw request', () => {
    expect(senders('request: { path: /x }\nexpect: { status: 200 }')[0]).not.toHaveProperty('api');
  });
});
