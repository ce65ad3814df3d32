import { describe, expect, it } from 'vitest';
import { canary, client, smallTarget } from '../plan/testing/small-target.js';
import { credentialHeaders, sendsToken } from './credential-headers.js';
import { built, json } from './testing/built-request.js';
import { sentBody, sentHeader } from './testing/fake-gateway.js';

describe('a call', () => {
  it('has a model, a prompt and a limit when it says nothing', () => {
    const { request, sender, api } = built('call: { api: chat }');
    expect(request).toMatchObject({ method: 'POST', url: 'https://home.test/ai-gateway/mlflow/v1/chat/completions' });
    expect(JSON.parse(sentBody(request))).toEqual({
      model: 'system.ai.some-model',
      messages: [{ role: 'user', content: 'Say hello.' }],
      max_tokens: 256,
    });
    expect(sentHeader(request, 'content-type')).toBe('application/json');
    expect(sentHeader(request, 'user-agent')).toBe('harness/1.0.0');
    expect(sender.identity).toBe('default');
    expect(api?.api.name).toBe('chat');
  });

  it('says what it was told to say', () => {
    const call = `call:
      api: messages
      model: "\${models.private}"
      system: Be brief.
      messages: [{ role: user, text: One. }, { role: assistant, text: Two. }, { role: user, text: Three. }]
      max-tokens: 16
      stop: [END]
      params: { temperature: 0, system: ~ }`;
    const { request } = built(call);
    expect(request.url).toBe('https://home.test/ai-gateway/anthropic/v1/messages');
    expect(JSON.parse(sentBody(request))).toEqual({
      model: 'main.gateway.private-model',
      messages: [
        { role: 'user', content: 'One.' },
        { role: 'assistant', content: 'Two.' },
        { role: 'user', content: 'Three.' },
      ],
      max_tokens: 16,
      stop_sequences: ['END'],
      temperature: 0,
    });
  });

  it.each([
    ['${models.system}', 'system.ai.some-model'],
    ['${models.system.fqn}', 'system.ai.some-model'],
    ['${models.system.bare}', 'databricks-some-model'],
    ['${models.system.catalog}/${models.system.schema}/${models.system.name}', 'system/ai/some-model'],
    ['${workspaces.second.url} ${workspaces.second.id}', 'https://second.test 2222222222222222'],
    ['${target.name} ${nonce}', 'test 0123456789ab'],
    ['$${models.system}', '${models.system}'],
  ])('looks %s up', (written, expected) => {
    expect(json(`call: { api: chat, model: ${JSON.stringify(written)} }`)['model']).toBe(expected);
  });

  it('takes what the matrix binds, and looks up what stands in it', () => {
    const bindings = {
      api: 'messages',
      as: 'without-execute',
      workspace: 'second',
      route: 'workspace-header',
      auth: 'none',
    };
    const { request, sender } = built('call: { prompt: "${each.prompt}" }', {
      bindings: { ...bindings, prompt: 'Are you ${models.system.bare}?' },
    });
    expect(sender).toEqual({ ...bindings, as: undefined, identity: 'without-execute', stream: false });
    expect(request.url).toBe('https://account.test/ai-gateway/anthropic/v1/messages');
    expect(JSON.parse(sentBody(request)).messages[0].content).toBe('Are you databricks-some-model?');
  });

  it('goes before what the matrix binds', () => {
    const bindings = { api: 'messages', as: 'without-execute', workspace: 'second' };
    const { sender } = built('call: { api: chat, as: default, workspace: home }', { bindings });
    expect(sender).toMatchObject({ api: 'chat', identity: 'default', workspace: 'home' });
  });

  it('writes a number of the matrix as text where the API takes a text, and as a number where it is a parameter', () => {
    const looked = { bindings: { number: 7 } };
    const call =
      'call: { api: chat, prompt: "${each.number}", headers: { x-number: "${each.number}" }, params: { n: "${each.number}" } }';
    expect(json(call, looked)).toMatchObject({ messages: [{ content: '7' }], n: 7 });
    expect(sentHeader(built(call, looked).request, 'x-number')).toBe('7');
  });
});

describe('the route', () => {
  it('by workspace URL names the workspace by the host alone', () => {
    const { request } = built('call: { api: chat, workspace: second }');
    expect(new URL(request.url).origin).toBe('https://second.test');
    expect(sentHeader(request, 'x-databricks-workspace-id')).toBeUndefined();
  });

  it('by workspace header names it on the account-level URL', () => {
    const { request } = built('call: { api: chat, workspace: second, route: workspace-header }');
    expect(new URL(request.url).origin).toBe('https://account.test');
    expect(sentHeader(request, 'x-databricks-workspace-id')).toBe('2222222222222222');
  });
});

describe('the credential', () => {
  const basic = `Basic ${Buffer.from(`token:${canary}`).toString('base64')}`;

  it.each([
    ['bearer', `Bearer ${canary}`, undefined, undefined],
    ['basic', basic, undefined, undefined],
    ['x-api-key', undefined, canary, undefined],
    ['api-key', undefined, undefined, canary],
    ['x-goog-api-key', undefined, undefined, undefined, canary],
    ['none', undefined, undefined, undefined],
    ['invalid', `Bearer dapi${'0'.repeat(32)}`, undefined, undefined],
    ['bearer-and-bogus-x-api-key', `Bearer ${canary}`, 'unused', undefined],
  ])('as %s', (auth, authorization, xApiKey, apiKey, xGoogApiKey?: string) => {
    const { request } = built(`call: { api: messages, auth: ${auth} }`);
    expect(sentHeader(request, 'authorization')).toBe(authorization);
    expect(sentHeader(request, 'x-api-key')).toBe(xApiKey);
    expect(sentHeader(request, 'api-key')).toBe(apiKey);
    expect(sentHeader(request, 'x-goog-api-key')).toBe(xGoogApiKey);
  });
});

describe('the credential of a client', () => {
  const target = { ...smallTarget, identities: { default: client('some-secret') } };
  const sender = { identity: 'default', workspace: 'home', route: 'workspace-url', stream: false } as const;

  it.each([
    ['client', 'some-client:some-secret'],
    ['client-with-wrong-secret', `some-client:dose${'0'.repeat(32)}`],
  ] as const)('as %s', (auth, pair) => {
    const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
    expect(credentialHeaders(target, { ...sender, auth })).toEqual([['Authorization', authorization]]);
    expect(sendsToken({ auth })).toBe(false);
  });

  it('is none of an identity with a token', () => {
    expect(() => credentialHeaders(smallTarget, { ...sender, auth: 'client' })).toThrow('default has no client');
  });
});

describe('headers', () => {
  it('are added, as they are written', () => {
    expect(built('call: { api: chat, headers: { X-Trace: abc } }').request.headers).toContainEqual(['X-Trace', 'abc']);
  });

  it('are replaced, whatever their case, and not sent twice', () => {
    const { headers } = built('call: { api: chat, headers: { CONTENT-type: text/plain, user-AGENT: mine } }').request;
    const names = headers.map(([name]) => name.toLowerCase());
    expect(names).toHaveLength(new Set(names).size);
    expect(headers).toContainEqual(['CONTENT-type', 'text/plain']);
    expect(headers).toContainEqual(['user-AGENT', 'mine']);
  });

  it('are removed by an empty value, whatever their case', () => {
    const call =
      'call: { api: messages, route: workspace-header, headers: { X-DATABRICKS-WORKSPACE-ID: ~, Anthropic-Version: ~, authorization: ~ } }';
    const { request } = built(call);
    expect(request.headers.map(([name]) => name.toLowerCase()).sort()).toEqual(['content-type', 'user-agent']);
  });
});

describe('a raw request', () => {
  it.each([
    ['/lists', 'https://home.test/lists?parent=a.b&page_size=1&token=2%2B%26%3D%2F%C3%A9'],
    ['/lists?view=FULL', 'https://home.test/lists?view=FULL&parent=a.b&page_size=1&token=2%2B%26%3D%2F%C3%A9'],
  ])('encodes what goes into the query of %s', (path, url) => {
    const query = 'query: { parent: a.b, page_size: 1, token: "2+&=/é" }';
    expect(built(`request: { path: "${path}", ${query} }`).request.url).toBe(url);
    expect(built(`request: { path: "${path}", query: {} }`).request.url).toBe(`https://home.test${path}`);
  });

  it('is a GET without a body, and a POST with one', () => {
    expect(built('request: { path: /somewhere }').request).toMatchObject({
      method: 'GET',
      url: 'https://home.test/somewhere',
    });
    expect(built('request: { path: /somewhere }').request).not.toHaveProperty('body');
    expect(built('request: { path: /somewhere, text: "" }').request).toMatchObject({ method: 'POST' });
    expect(built('request: { method: DELETE, path: /somewhere }').request.method).toBe('DELETE');
  });

  it('sends JSON with its content type', () => {
    const { request } = built('request: { path: /a, json: { model: "${models.system}", n: 1, none: ~ } }');
    expect(JSON.parse(sentBody(request))).toEqual({ model: 'system.ai.some-model', n: 1, none: null });
    expect(sentHeader(request, 'content-type')).toBe('application/json');
  });

  it('sends the JSON null', () => {
    expect(sentBody(built('request: { path: /a, json: ~ }').request)).toBe('null');
  });

  it('sends text as it stands, without a content type of its own', () => {
    const { request } = built(`request: { path: /a, text: '{"model": ' }`);
    expect(sentBody(request)).toBe('{"model": ');
    expect(sentHeader(request, 'content-type')).toBeUndefined();
  });

  it('carries the credential and the route as a call does', () => {
    const { request } = built('request: { path: /a, route: workspace-header }');
    expect(sentHeader(request, 'authorization')).toBe(`Bearer ${canary}`);
    expect(sentHeader(request, 'x-databricks-workspace-id')).toBe('1111111111111111');
  });

  it('is read in the terms of the API whose path it is on, whatever its query', () => {
    const apiOf = (path: string) => built(`request: { path: ${path}, json: {} }`).api?.api.name;
    expect(apiOf('/ai-gateway/anthropic/v1/messages')).toBe('messages');
    expect(apiOf('/ai-gateway/mlflow/v1/chat/completions?o=1')).toBe('chat');
    expect(apiOf('/ai-gateway/mlflow/v1/chat/completions/')).toBeUndefined();
  });

  it('keeps its path and query as they are written', () => {
    expect(built('request: { path: "/a//b/../%7e?x=1&x=2" }').request.url).toBe(
      'https://home.test/a//b/../%7e?x=1&x=2',
    );
  });
});

describe('a capture in a path', () => {
  const path = 'request: { path: "${captures.next}" }';

  it('leads somewhere on the same host', () => {
    expect(built(path, { captures: { next: '/page/2' } }).request.url).toBe('https://home.test/page/2');
    expect(new URL(built(path, { captures: { next: '//evil.test/' } }).request.url).host).toBe('home.test');
  });

  it.each(['@evil.test/', '.evil.test/', ':80@evil.test/', 'https://evil.test/', ''])(
    'cannot lead to another host, which would be sent the credential: %j',
    (next) => {
      expect(() => built(path, { captures: { next } })).toThrow('does not begin with /');
    },
  );
});

describe('what has no value at run time', () => {
  it('is a defect, and names itself', () => {
    expect(() => built('call: { api: chat, model: "${models.private.bare}" }')).toThrow(
      '${models.private.bare} has no value at run time',
    );
  });
});

describe('what depends on the API', () => {
  it.each([
    ['chat', '/ai-gateway/mlflow/v1/chat/completions'],
    ['messages', '/ai-gateway/anthropic/v1/messages'],
  ])('is looked up for %s', (api, path) => {
    const action =
      'request: { method: POST, path: "${api.path}?x=1", json: { name: "${api.name}", model: "${model.bare}" } }';
    const { request } = built(action, { bindings: { api } });
    expect(request.url).toBe(`https://home.test${path}?x=1`);
    expect(JSON.parse(sentBody(request))).toEqual({ name: api, model: 'databricks-some-model' });
  });
});
