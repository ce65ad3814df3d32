import { randomBytes } from 'node:crypto';
import type { Account, ApiName, Grant, Metastore, ModelService, Principal, Workspace } from './account.js';

const homeMetastore = 'metastore-home';
const foreignMetastore = 'metastore-foreign';
const everyone = 'account users';

const workspaces: readonly Workspace[] = [
  { name: 'home', id: '1000000000000001', metastore: homeMetastore },
  { name: 'second', id: '1000000000000002', metastore: homeMetastore },
  { name: 'foreign', id: '2000000000000001', metastore: foreignMetastore },
];

const everyApi: readonly ApiName[] = [
  'chat',
  'chat-openai',
  'chat-cursor',
  'messages',
  'responses',
  'responses-openai',
  'responses-codex',
  'gemini',
  'embeddings',
];

/** A service of `system.ai`: by its bare name too, and on the APIs of its provider only. */
function hosted(model: string, apis: readonly ApiName[], answersInBlocks = false): ModelService {
  const name = `databricks-${model}`;
  return { name, bareName: name, apis, servedModel: `${model}-20260101`, answersInBlocks };
}

const hostedServices: readonly ModelService[] = [
  hosted('claude-sim-1', ['chat', 'chat-cursor', 'messages']),
  hosted('llama-sim-1', ['chat'], true),
  hosted('gpt-sim-1', ['chat', 'chat-openai', 'chat-cursor', 'responses', 'responses-openai', 'responses-codex']),
  hosted('gemini-sim-1', ['chat', 'gemini']),
  hosted('embed-sim-1', ['embeddings']),
];

/** A service of the account's own, on every API, so that the grants can be tried on each of them. */
const assistant: ModelService = {
  name: 'assistant',
  apis: everyApi,
  servedModel: 'claude-sim-1-20260101',
  answersInBlocks: false,
};

const metastores: readonly Metastore[] = [
  {
    id: homeMetastore,
    catalogs: [
      { name: 'system', schemas: [{ name: 'ai', services: hostedServices }] },
      {
        name: 'main',
        schemas: [
          { name: 'llm', services: [assistant] },
          { name: 'shared', services: [assistant] },
        ],
      },
    ],
  },
  {
    id: foreignMetastore,
    catalogs: [{ name: 'other', schemas: [{ name: 'llm', services: [assistant] }] }],
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
