import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ask } from './ask.js';
import type { WrittenRecord } from './change-log.js';
import type { ChangeRecord } from './record.js';
import { restorationsOf } from './restoration.js';
import { restore } from './restore.js';
import { type WirePrivilege, wirePrivileges } from './securable.js';

const base: Omit<ChangeRecord, 'privileges' | 'held'> = {
  version: 1,
  workspace: 'https://home.test',
  securable: { type: 'schema', name: 'a.b' },
  principal: 'Somebody@example.test',
  writtenAt: '2026-11-20T09:30:00.000Z',
  by: { process: 1, host: 'machine' },
};
const privileges = fc.uniqueArray(fc.constantFrom(...wirePrivileges));

/** A catalog with one principal, whose grants are a set. Spells as it likes. */
function catalogWith(held: Set<WirePrivilege>, { ignores = false, refuses = false, pages = 1 } = {}): Ask {
  return ({ method, path, json }) => {
    if (method === 'PATCH' && refuses)
      return Promise.resolve({ status: 403, body: undefined, message: 'HTTP 403: no MANAGE' });
    if (method === 'PATCH') {
      const [change] = (json as { changes: { add: WirePrivilege[]; remove: WirePrivilege[] }[] }).changes;
      if (!ignores) for (const privilege of change?.add ?? []) held.add(privilege);
      if (!ignores) for (const privilege of change?.remove ?? []) held.delete(privilege);
      return Promise.resolve({ status: 200, body: {}, message: 'HTTP 200' });
    }
    const page = Number(new URL(path, 'https://home.test').searchParams.get('page_token') ?? 1);
    const last = page >= pages;
    const assignments = [
      { principal: 'other', privileges: ['EXECUTE'] },
      { principal: 'SOMEBODY@example.test', privileges: [...held].map((name) => name.replace('_', ' ')) },
    ];
    const body = last
      ? { privilege_assignments: assignments }
      : { privilege_assignments: [], next_page_token: String(page + 1) };
    return Promise.resolve({ status: 200, body, message: 'HTTP 200' });
  };
}

describe('restoring', () => {
  it('brings back what stood before any number of changes, and leaves alone what none of them touched', async () => {
    await fc.assert(
      fc.asyncProperty(
        privileges,
        fc.array(fc.record({ touched: privileges, grants: fc.boolean() })),
        async (first, changes) => {
          const held = new Set<WirePrivilege>(first);
          const written: WrittenRecord[] = changes.map(({ touched, grants }, index) => {
            const record = { ...base, privileges: touched, held: touched.filter((name) => held.has(name)) };
            for (const name of touched) grants ? held.add(name) : held.delete(name);
            return { id: String(index), record };
          });
          for (const restoration of restorationsOf(written)) {
            expect((await restore(restoration, catalogWith(held))).ok).toBe(true);
            expect(restoration.records).toHaveLength(changes.length);
          }
          expect([...held].sort()).toEqual([...first].sort());
        },
      ),
    );
  });

  const [revoked] = restorationsOf([{ id: '1', record: { ...base, privileges: ['EXECUTE'], held: ['EXECUTE'] } }]);
  if (revoked === undefined) throw new Error('one record is one restoration');

  it('reads to the last page', async () => {
    expect(await restore(revoked, catalogWith(new Set(['EXECUTE']), { pages: 3 }))).toEqual({
      ok: true,
      changed: false,
    });
  });

  it('gives up on permissions that never end', async () => {
    const result = await restore(revoked, catalogWith(new Set(), { pages: 10 ** 9 }));
    expect(result).toEqual({ ok: false, because: expect.stringContaining('did not end') });
  });

  it('does not believe an answer that changes nothing', async () => {
    const result = await restore(revoked, catalogWith(new Set(), { ignores: true }));
    expect(result).toEqual({ ok: false, because: expect.stringContaining('does not show it') });
  });

  it('says why the account refuses', async () => {
    const result = await restore(revoked, catalogWith(new Set(), { refuses: true }));
    expect(result).toEqual({ ok: false, because: expect.stringContaining('no MANAGE') });
  });

  it('is one for each principal and securable', () => {
    const record = { ...base, privileges: ['EXECUTE'], held: [] } as const;
    const others = [
      record,
      { ...record, principal: 'x' },
      { ...record, securable: { type: 'catalog', name: 'a' } } as const,
    ];
    expect(restorationsOf(others.map((one, index) => ({ id: String(index), record: one })))).toHaveLength(3);
  });
});
