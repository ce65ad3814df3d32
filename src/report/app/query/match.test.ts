import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRows } from '../testing/sample-rows.js';
import { matchesGlob } from './glob.js';
import { filterRows } from './match.js';
import { parseQuery } from './query.js';
import { countStatuses, statuses } from './statuses.js';
import { asksFor, queryFor, toggled } from './toggle.js';

const found = (query: string) => filterRows(sampleRows, parseQuery(query)).map(({ id }) => id);

describe('a search', () => {
  it.each([
    ['s:failed', ['naming.bare-equals-fqn', 'permissions.no-execute[api=chat]']],
    ['s:error', ['chat.stream']],
    ['s:flaky', ['naming.fqn[api=chat,route=workspace-header]']],
    ['s:failed api:chat', ['permissions.no-execute[api=chat]']],
    ['req:PERM-*', ['permissions.no-execute[api=chat]', 'permissions.no-execute[api=messages]', 'permissions.revoked']],
    ['req:perm-01 !s:failed', ['permissions.no-execute[api=messages]']],
    ['id:bare', ['naming.bare-equals-fqn']],
    ['id:chat.*', ['chat.contract', 'chat.usage', 'chat.stream']],
    ['file:names.yaml:21', ['naming.bare-equals-fqn']],
    ['level:SHOULD', ['naming.unknown', 'chat.usage']],
    ['as:without-execute s:failed', ['permissions.no-execute[api=chat]']],
    ['reason:needs.*', ['naming.fqn[api=messages,route=workspace-header]', 'routing.account-url']],
    ['"fell silent"', ['chat.stream']],
    ['FELL chat-07', ['chat.stream']],
    ['nothing has this', []],
  ])('%s', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('finds everything that has a cause in common', () => {
    const row = sampleRows.find(({ id }) => id === 'routing.account-url');
    expect(found(`cause:${row?.cause}`)).toEqual([
      'naming.fqn[api=messages,route=workspace-header]',
      'routing.account-url',
    ]);
  });

  it('finds all without a term, and what a term leaves out with its contrary', () => {
    expect(found('')).toHaveLength(sampleRows.length);
    fc.assert(
      fc.property(fc.constantFrom('s:failed', 'api:chat', 'fqn', 'req:NAME-*', 'file:chat'), (term) => {
        expect([...found(term), ...found(`!${term}`)].sort()).toEqual(found('').sort());
      }),
    );
  });

  it('finds as many of each status as the counters say', () => {
    const counts = countStatuses(sampleRows);
    for (const status of statuses) expect(found(`s:${status}`)).toHaveLength(counts[status]);
  });
});

describe('a counter', () => {
  it('adds its status to the search, and takes it away again', () => {
    expect(toggled('api:chat', 's', 'failed')).toBe('s:failed api:chat');
    expect(toggled('s:failed api:chat', 's', 'error')).toBe('s:failed,error api:chat');
    expect(toggled('s:failed,error api:chat', 's', 'failed')).toBe('s:error api:chat');
    expect(toggled('s:error', 's', 'error')).toBe('');
    expect(asksFor('s:failed,error', 's', 'error')).toBe(true);
    expect(asksFor('!s:error', 's', 'error')).toBe(false);
  });

  it('asks for names that need quotation', () => {
    expect(parseQuery(queryFor('reason', 'a b,"c'))).toEqual([{ key: 'reason', values: ['a b,"c'], not: false }]);
  });
});

describe('a star', () => {
  it('is any text, as in a regular expression', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '*') });
    fc.assert(
      fc.property(part, fc.string({ unit: fc.constantFrom('a', 'b') }), (pattern, text) => {
        expect(matchesGlob(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));
      }),
    );
  });
});
