import { describe, expect, it } from 'vitest';
import type { Account, Grant, GrantedPrivilege, Privilege } from './account.js';
import { defaultAccount } from './default-account.js';
import { missingPrivileges } from './privileges.js';

const place = { catalog: 'main', schema: 'llm', fullName: 'main.llm.assistant' };
const caller = { name: 'someone', groups: ['account users', 'analysts'] };

type GrantRow = [privilege: GrantedPrivilege, on: string, to?: string, metastore?: string];

function accountWith(...grants: readonly GrantRow[]): Account {
  return {
    ...defaultAccount(),
    grants: grants.map(
      ([privilege, on, to = 'someone', metastore = 'here']): Grant => ({ metastore, to, privileges: [privilege], on }),
    ),
  };
}

describe('missing privileges', () => {
  it.each<[situation: string, grants: GrantRow[], missing: Privilege[]]>([
    ['no grant at all', [], ['USE CATALOG', 'USE SCHEMA', 'EXECUTE']],
    [
      'each on its own object',
      [
        ['USE CATALOG', 'main'],
        ['USE SCHEMA', 'main.llm'],
        ['EXECUTE', 'main.llm.assistant'],
      ],
      [],
    ],
    [
      'all on the catalog',
      [
        ['USE CATALOG', 'main'],
        ['USE SCHEMA', 'main'],
        ['EXECUTE', 'main'],
      ],
      [],
    ],
    [
      'EXECUTE on the schema',
      [
        ['USE CATALOG', 'main'],
        ['USE SCHEMA', 'main.llm'],
        ['EXECUTE', 'main.llm'],
      ],
      [],
    ],
    [
      'through a group',
      [
        ['USE CATALOG', 'main', 'account users'],
        ['USE SCHEMA', 'main', 'analysts'],
        ['EXECUTE', 'main'],
      ],
      [],
    ],
    ['ALL PRIVILEGES on the catalog', [['ALL PRIVILEGES', 'main']], []],
    ['ALL PRIVILEGES on the schema', [['ALL PRIVILEGES', 'main.llm']], ['USE CATALOG']],
    ['MANAGE on the catalog', [['MANAGE', 'main']], ['USE CATALOG', 'USE SCHEMA', 'EXECUTE']],
    [
      'to somebody else',
      [
        ['USE CATALOG', 'main', 'other'],
        ['USE SCHEMA', 'main'],
        ['EXECUTE', 'main', 'admins'],
      ],
      ['USE CATALOG', 'EXECUTE'],
    ],
    [
      'on a sibling',
      [
        ['USE CATALOG', 'main'],
        ['USE SCHEMA', 'main.shared'],
        ['EXECUTE', 'main.llm.other'],
      ],
      ['USE SCHEMA', 'EXECUTE'],
    ],
    [
      'on an object whose name begins alike',
      [
        ['USE CATALOG', 'mai'],
        ['USE SCHEMA', 'main.ll'],
        ['EXECUTE', 'main.llm.assist'],
      ],
      ['USE CATALOG', 'USE SCHEMA', 'EXECUTE'],
    ],
    [
      'upwards: USE CATALOG on the schema',
      [
        ['USE CATALOG', 'main.llm'],
        ['USE SCHEMA', 'main.llm'],
        ['EXECUTE', 'main'],
      ],
      ['USE CATALOG'],
    ],
    [
      'upwards: USE SCHEMA on the service',
      [
        ['USE CATALOG', 'main'],
        ['USE SCHEMA', 'main.llm.assistant'],
        ['EXECUTE', 'main'],
      ],
      ['USE SCHEMA'],
    ],
    [
      'on another metastore',
      [
        ['USE CATALOG', 'main', 'someone', 'there'],
        ['USE SCHEMA', 'main'],
        ['EXECUTE', 'main'],
      ],
      ['USE CATALOG'],
    ],
  ])('with grants %s', (_, grants, missing) => {
    expect(missingPrivileges(accountWith(...grants), 'here', caller, place)).toEqual(missing);
  });
});
