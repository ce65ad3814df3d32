import { describe, expect, it } from 'vitest';
import type { Json } from '../../json/index.js';
import { securableOf } from '../../securable/index.js';
import type { Ask } from '../ask.js';
import { readGranted } from './granted.js';

/** An account that answers each question with the pages that are given. */
function answering(pages: (path: URL) => Json, status = 200): { readonly ask: Ask; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: ({ path }) => {
      asked.push(path);
      return Promise.resolve({ status, body: pages(new URL(path, 'https://home.test')), message: `HTTP ${status}` });
    },
  };
}

describe('what is granted on a securable', () => {
  const securable = securableOf('main.llm.assistant', 'schema');

  it('is read in both ways, in pages of the length of the server, to the last one', async () => {
    const { ask, asked } = answering(({ pathname, searchParams }) => {
      const page = Number(searchParams.get('page_token') ?? 1);
      if (page < 3) return { next_page_token: String(page + 1), privilege_assignments: null };
      return pathname.includes('/effective-')
        ? {
            privilege_assignments: [
              {
                principal: 'ann',
                privileges: [
                  { privilege: 'USE SCHEMA' },
                  { privilege: 'EXECUTE', inherited_from_type: 'CATALOG', inherited_from_name: 'Main' },
                ],
              },
            ],
          }
        : {
            privilege_assignments: [
              { principal: 'ann', privileges: ['USE_SCHEMA', 7, null] },
              { principal: '', privileges: ['EXECUTE'] },
              'nobody',
            ],
          };
    });
    expect(await readGranted(ask, securable)).toEqual({
      ok: true,
      value: {
        securable,
        direct: [{ principal: 'ann', privilege: 'USE_SCHEMA', on: securable }],
        effective: [
          { principal: 'ann', privilege: 'USE_SCHEMA', on: securable },
          { principal: 'ann', privilege: 'EXECUTE', on: { type: 'catalog', name: 'main' } },
        ],
      },
    });
    const path = '/api/2.1/unity-catalog/permissions/schema/main.llm?max_results=0';
    expect(asked.slice(0, 2)).toEqual([path, `${path}&page_token=2`]);
    expect(asked).toHaveLength(6);
  });

  it.each<[string, number, Json, string]>([
    ['refused', 403, {}, 'MANAGE'],
    ['not there', 404, {}, 'check the full name'],
    ['no answer of this API', 200, [], 'try again'],
    ['without an end', 200, { next_page_token: 'more' }, 'try again'],
  ])('is a problem when it is %s', async (_what, status, body, fix) => {
    const read = await readGranted(answering(() => body, status).ask, securable);
    const [problem] = read.ok ? [] : read.problems;
    expect(problem).toMatchObject({ code: 'grants.unreadable', fix: expect.stringContaining(fix) });
  });
});
