import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import type { Identity } from '../../target/index.js';
import { somebody } from './testing/account-with.js';
import { reasonToLeaveOut, whoIs } from './who.js';

describe('who an identity is', () => {
  const identity: Identity = {
    credential: { kind: 'pat', secret: 'x', origin: 'variable X' },
    expects: {},
    refused: false,
  };

  it('is said by the target and by the account', () => {
    const body: Json = { userName: 'ann@example.com', groups: [{ display: 'analysts' }, { value: '7' }, 'none'] };
    expect(whoIs('granted', { ...identity, principal: 'ann' }, body)).toEqual({
      ...somebody,
      names: ['ann', 'ann@example.com'],
    });
  });

  it('has groups that are not known when the account lists none', () => {
    expect(whoIs('granted', identity, { userName: 'ann@example.com' })).toMatchObject({ groups: undefined });
    expect(whoIs('granted', { ...identity, principal: 'ann' }, undefined)).toMatchObject({ groups: undefined });
  });

  it.each<[string, Json]>([
    ['nothing', null],
    ['a list', []],
    ['numbers', { userName: 1, groups: 2 }],
  ])('is not known by %s', (_what, body) =>
    expect(whoIs('granted', identity, body)).toMatchObject({ kind: 'left-out' }),
  );

  it('does not matter when something else than grants decides', () => {
    const client = { kind: 'client', id: 'a', secret: 'b', scope: 'ai-gateway', origin: 'c' } as const;
    expect(reasonToLeaveOut('granted', identity)).toBeUndefined();
    expect(reasonToLeaveOut('granted', { ...identity, refused: true })).toContain('refused');
    expect(reasonToLeaveOut('over-budget', identity)).toContain('budget');
    expect(reasonToLeaveOut('granted', { ...identity, credential: client })).toContain('scope');
    expect(
      reasonToLeaveOut('granted', { ...identity, credential: { ...client, scope: 'x all-apis' } }),
    ).toBeUndefined();
  });
});
