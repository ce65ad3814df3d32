import { randomBytes } from 'node:crypto';
import type { Account, Grant, Metastore, Principal, Workspace } from './account.js';

const homeMetastore = 'metastore-home';
const foreignMetastore = 'metastore-foreign';
const everyone = 'account users';

const workspaces: readonly Workspace[] = [
  { name: 'home', id: '1000000000000001', metastore: homeMetastore },
  { name: 'second', id: '1000000000000002', metastore: homeMetastore },
  { name: 'foreign', id: '2000000000000001', metastore: foreignMetastore },
];

const claude = { apis: ['chat', 'messages'], servedModel: 'claude-sim-1-20260101', answersInBlocks: false } as const;
const llama = { apis: ['chat'], servedModel: 'llama-sim-1-20260101', answersInBlocks: true } as const;

const metastores: readonly Metastore[] = [
  {
    id: homeMetastore,
    catalogs: [
      {
        name: 'system',
        schemas: [
          {
            name: 'ai',
            services: [
              { name: 'databricks-claude-sim-1', bareName: 'databricks-claude-sim-1', ...claude },
              { name: 'databricks-llama-sim-1', bareName: 'databricks-llama-sim-1', ...llama },
            ],
          },
        ],
      },
      {
        name: 'main',
        schemas: [
          { name: 'llm', services: [{ name: 'assistant', ...claude }] },
          { name: 'shared', services: [{ name: 'assistant', ...claude }] },
        ],
      },
    ],
  },
  {
    id: foreignMetastore,
    catalogs: [{ name: 'other', schemas: [{ name: 'llm', services: [{ name: 'assistant', ...claude }] }] }],
  },
];

const principals: readonly Principal[] = [
  'default',
  'granted',
  'inherits-execute',
  'without-execute',
  'without-use-catalog',
  'without-use-schema',
  'no-grants',
  'expired',
].map((name) => ({ name, groups: [everyone] }));

function grant(to: string, privileges: Grant['privileges'], on: string, metastore = homeMetastore): Grant {
  return { metastore, to, privileges, on };
}

const useCatalog = 'USE CATALOG';
const useSchema = 'USE SCHEMA';
const execute = 'EXECUTE';

const grants: readonly Grant[] = [
  // "System-provided model services in system.ai grant EXECUTE to all account users by default" ("Query model
  // services"): in practice as grants on the catalog and the schema, not on each service.
  grant(everyone, [useCatalog], 'system'),
  grant(everyone, [useSchema, execute], 'system.ai'),

  grant('default', [useCatalog, useSchema, execute], 'main'),
  grant('default', [useCatalog, useSchema, execute], 'other', foreignMetastore),

  grant('granted', [useCatalog], 'main'),
  grant('granted', [useSchema], 'main.llm'),
  grant('granted', [execute], 'main.llm.assistant'),

  grant('inherits-execute', [useCatalog], 'main'),
  grant('inherits-execute', [useSchema, execute], 'main.shared'),

  grant('without-execute', [useCatalog], 'main'),
  grant('without-execute', [useSchema], 'main.llm'),

  grant('without-use-catalog', [useSchema], 'main.llm'),
  grant('without-use-catalog', [execute], 'main.llm.assistant'),

  grant('without-use-schema', [useCatalog], 'main'),
  grant('without-use-schema', [execute], 'main.llm.assistant'),
];

/** The account that the harness is shown on. Its tokens are new and unpredictable at every call. */
export function defaultAccount(): Account {
  const tokens = principals.map(({ name }) => ({
    secret: `dapi${randomBytes(16).toString('hex')}`,
    principal: name,
    expired: name === 'expired',
  }));
  return { metastores, workspaces, principals, tokens, grants };
}
