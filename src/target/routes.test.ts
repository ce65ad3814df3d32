import { describe, expect, it } from 'vitest';
import { defaultTargetLimits } from './limits.js';
import { resolveRoute } from './routes.js';
import type { Target } from './target.js';

const target: Target = {
  name: 'some',
  source: 'some.yaml',
  accountUrl: 'https://accounts.example.net',
  workspaces: { home: { url: 'https://a.net', id: '12' }, second: { url: 'https://b.net' } },
  models: {},
  identities: {},
  warehouses: {},
  features: [],
  limits: defaultTargetLimits,
};

describe('a route', () => {
  it('by URL goes to the workspace and names it by nothing else', () => {
    expect(resolveRoute(target, 'workspace-url', 'second')).toEqual({
      kind: 'route',
      origin: 'https://b.net',
      headers: {},
    });
  });

  it('by header goes to the account-level URL', () => {
    expect(resolveRoute(target, 'workspace-header', 'home')).toEqual({
      kind: 'route',
      origin: 'https://accounts.example.net',
      headers: { 'x-databricks-workspace-id': '12' },
    });
  });

  it.each([
    ['workspace-url', 'foreign', 'workspace', 'the target has no workspace foreign'],
    ['workspace-url', 'constructor', 'workspace', 'the target has no workspace constructor'],
    ['workspace-header', 'second', 'workspace-id', 'the target does not say the id of workspace second'],
  ] as const)('by %s to %s is missing its %s', (route, role, what, message) => {
    expect(resolveRoute(target, route, role)).toEqual({ kind: 'missing', what, message });
  });

  it('by header is missing without an account-level URL', () => {
    const { accountUrl: _, ...without } = target;
    expect(resolveRoute(without, 'workspace-header', 'home')).toEqual({
      kind: 'missing',
      what: 'account-url',
      message: 'the target has no account-level URL',
    });
  });
});
