import { describe, expect, it } from 'vitest';
import { assignRoles } from './assign-roles.js';
import { nothingKnown, targetTemplate } from './template.js';

const service = (fqn: string, ...apis: readonly string[]) => ({ fqn, apis });

describe('roles', () => {
  it('go to the first service that answers where the role is called, the more the better', () => {
    const listed = [
      service('a.b.embeds', 'embeddings'),
      service('a.b.chat', 'chat', 'responses'),
      service('a.b.claude', 'chat', 'messages'),
      service('a.b.gpt', 'chat', 'responses', 'responses-openai'),
      service('a.b.gemini', 'chat', 'gemini'),
    ];
    const { roles, others } = assignRoles(listed);
    expect(Object.fromEntries(Object.entries(roles).map(([role, { fqn }]) => [role, fqn]))).toEqual({
      system: 'a.b.claude',
      openai: 'a.b.gpt',
      gemini: 'a.b.gemini',
      embedding: 'a.b.embeds',
    });
    expect(others.map(({ fqn }) => fqn)).toEqual(['a.b.chat']);
  });

  it('are left open where no service fits', () => {
    const { roles } = assignRoles([service('a.b.embeds', 'embeddings'), service('a.b.chat', 'chat')]);
    expect(Object.keys(roles)).toEqual(['system', 'embedding']);
    expect(roles.system?.fqn).toBe('a.b.chat');
  });

  it('take any service for a start when nobody says who answers where, and the target says so', () => {
    const services = [service('a.b.one'), service('a.b.two')];
    expect(assignRoles(services).others).toEqual([service('a.b.two')]);
    const text = targetTemplate({ ...nothingKnown, services });
    expect(text).toContain(
      '  system: { fqn: a.b.one, apis: [chat] } # the account does not say on which APIs it answers\n',
    );
    expect(text).toContain('  #   a.b.two\n');
  });
});
