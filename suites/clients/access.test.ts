import { describe, expect, it } from 'vitest';
import { canary, smallTarget } from '../../src/plan/testing/small-target.js';
import { accessOf, type Need } from './access.js';

describe('access', () => {
  it('is what a client needs to know of the target', () => {
    expect(accessOf(smallTarget, { api: 'chat', model: 'private' })).toEqual({
      kind: 'access',
      gateway: 'https://home.test/ai-gateway',
      token: canary,
      model: 'main.gateway.private-model',
      maxTokens: 256,
      timeoutMs: 300_000,
      scripted: false,
    });
  });

  it.each<[need: Need, message: string]>([
    [{ api: 'gemini', model: 'gemini' }, 'the target has no model gemini'],
    [{ api: 'gemini', model: 'system' }, 'the target does not have the API gemini on the model system'],
    [{ api: 'chat', model: 'system', identity: 'granted' }, 'the target has no identity granted'],
  ])('is missing, for a reason, where the target lacks %j', (need, message) => {
    expect(accessOf(smallTarget, need)).toEqual({ kind: 'no-access', message });
  });

  it('is missing on a target without the workspace home', () => {
    expect(accessOf({ ...smallTarget, workspaces: {} }, { api: 'chat', model: 'system' })).toEqual({
      kind: 'no-access',
      message: 'the target has no workspace home',
    });
  });
});
