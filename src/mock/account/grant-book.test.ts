import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant, GrantedPrivilege } from './account.js';
import { changedGrants } from './change-grants.js';
import { openGrantBook } from './grant-book.js';

const held = (...privileges: readonly GrantedPrivilege[]): Grant => ({
  metastore: 'm',
  to: 'somebody',
  on: 'a.b.c',
  privileges,
});

describe('the grants of a served account', () => {
  it('are in force at once when nothing delays them', () => {
    const book = openGrantBook([], { delayMs: 0, now: () => 0 });
    book.change([held('EXECUTE')]);
    expect(book.inForce()).toEqual(book.current());
  });

  it('are shown at once and in force after the delay, in the order of the changes', () => {
    let now = 0;
    const book = openGrantBook([], { delayMs: 1000, now: () => now });
    book.change([held('EXECUTE')]);
    now = 400;
    book.change([]);
    expect([book.current(), book.inForce()]).toEqual([[], []]);
    now = 1000;
    expect(book.inForce()).toEqual([held('EXECUTE')]);
    now = 1399;
    expect(book.inForce()).toEqual([held('EXECUTE')]);
    now = 1400;
    expect(book.inForce()).toEqual([]);
  });

  it('come to what is shown, when nothing changes for as long as the delay', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500)), (pauses) => {
        let now = 0;
        const book = openGrantBook([], { delayMs: 300, now: () => now });
        for (const [index, pause] of pauses.entries()) {
          now += pause;
          book.change(index % 2 === 0 ? [held('EXECUTE')] : []);
          book.inForce();
        }
        now += 300;
        expect(book.inForce()).toEqual(book.current());
      }),
    );
  });
});

describe('a change of grants', () => {
  const change = { metastore: 'm', to: 'somebody', on: 'a.b.c' };

  it('adds and removes what it names, and nothing else', () => {
    const before = [held('EXECUTE'), { ...held('EXECUTE'), to: 'other' }];
    expect(changedGrants(before, { ...change, add: ['MANAGE'], remove: ['EXECUTE'] })).toEqual([
      { ...held('EXECUTE'), to: 'other' },
      held('MANAGE'),
    ]);
  });

  it('grants nothing twice, and leaves no empty grant', () => {
    const twice = changedGrants([held('EXECUTE')], { ...change, add: ['EXECUTE'], remove: [] });
    expect(twice).toEqual([held('EXECUTE')]);
    expect(changedGrants(twice, { ...change, add: [], remove: ['EXECUTE'] })).toEqual([]);
  });
});
