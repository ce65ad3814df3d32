import { describe, expect, it } from 'vitest';
import type { Case, Selection, Suite } from '../spec/index.js';
import { caseOf } from '../spec/testing/load-cases.js';
import { expand } from './expand.js';
import { type Filters, selector } from './select.js';

const template = caseOf('each: { api: [chat, messages] }\ncall: {}\nexpect: completion');
const cases: readonly Case[] = [
  { ...template, id: 'naming.fqn', tags: ['smoke', 'names'], verifies: ['NAME-01'], level: 'MUST' },
  { ...template, id: 'naming.bare', tags: ['names'], verifies: ['NAME-02', 'NAME-03'], level: 'SHOULD' },
  { ...template, id: 'permissions.denied', tags: [], verifies: ['PERM-01'], level: 'MUST' },
  { ...template, id: 'errors.observed', tags: [], verifies: ['ERR-01'], level: 'OBSERVE', dimensions: [] },
];
const instances = cases.flatMap(expand);

const both = (id: string) => [`${id}[api=chat]`, `${id}[api=messages]`];
const all = [...both('naming.fqn'), ...both('naming.bare'), ...both('permissions.denied'), 'errors.observed'];

function selected(select: readonly Selection[], except: readonly Selection[] = [], filters?: Filters) {
  const suite: Suite = { name: 'some', title: 'Some', select, except, proves: [] };
  return instances.filter(selector(suite, filters)).map(({ id }) => id);
}

const calling = {
  ...template,
  id: 'chat.called',
  tags: [],
  dimensions: [],
  body: caseOf('call: { api: chat }\nexpect: completion').body,
};

describe('a filter by API', () => {
  const suite: Suite = { name: 'some', title: 'Some', select: [], except: [], proves: [] };
  const on = (...apis: readonly string[]) =>
    [...instances, ...expand(calling)].filter(selector(suite, { apis })).map(({ id }) => id);

  it('takes what the matrix binds and what a call names', () => {
    expect(on('chat')).toEqual([...all.filter((id) => id.includes('=chat')), 'chat.called']);
    expect(on('messages')).toEqual(all.filter((id) => id.includes('=messages')));
  });

  it('takes globs, and leaves out what calls no API', () => {
    expect(on('*')).toEqual([...all.filter((id) => id.includes('=')), 'chat.called']);
    expect(on('gemini')).toEqual([]);
  });
});

describe('a suite', () => {
  it('without a selection is everything', () => {
    expect(selected([])).toEqual(all);
  });

  it.each<[string, Selection, readonly string[]]>([
    ['the id of a case, with all its instances', { cases: ['naming.fqn'] }, both('naming.fqn')],
    ['the id of an instance', { cases: ['naming.fqn[api=chat]'] }, ['naming.fqn[api=chat]']],
    ['a glob over instances', { cases: ['*[api=messages]'] }, all.filter((id) => id.includes('messages'))],
    ['any of several globs', { cases: ['errors.*', 'naming.bare'] }, [...both('naming.bare'), 'errors.observed']],
    ['any of its tags', { tags: ['smoke', 'other'] }, both('naming.fqn')],
    [
      'any of its requirements',
      { requirements: ['NAME-03', 'PERM-*'] },
      [...both('naming.bare'), ...both('permissions.denied')],
    ],
    ['its level', { levels: ['OBSERVE'] }, ['errors.observed']],
    ['all of these at once', { tags: ['names'], levels: ['MUST'], cases: ['*chat*'] }, ['naming.fqn[api=chat]']],
    ['nothing that is there', { tags: ['no-such-tag'] }, []],
  ])('selects by %s', (_, selection, expected) => {
    expect(selected([selection])).toEqual(expected);
  });

  it('contains what any of its selections contains, in the order of the plan', () => {
    expect(selected([{ levels: ['OBSERVE'] }, { tags: ['smoke'] }])).toEqual([
      ...both('naming.fqn'),
      'errors.observed',
    ]);
  });

  it('leaves out what any of its exceptions names', () => {
    expect(selected([], [{ tags: ['names'] }, { cases: ['*[api=chat]'] }])).toEqual([
      'permissions.denied[api=messages]',
      'errors.observed',
    ]);
  });
});

describe('filters', () => {
  it('narrow a suite and never widen it', () => {
    expect(selected([{ tags: ['names'] }], [], { cases: ['*[api=chat]'] })).toEqual([
      'naming.fqn[api=chat]',
      'naming.bare[api=chat]',
    ]);
    expect(selected([{ tags: ['smoke'] }], [], { cases: ['permissions.denied'] })).toEqual([]);
  });

  it('must all hold', () => {
    expect(selected([], [], { tags: ['names'], requirements: ['NAME-01'], cases: ['*messages*'] })).toEqual([
      'naming.fqn[api=messages]',
    ]);
  });
});
