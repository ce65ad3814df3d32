import { randomBytes, randomUUID } from 'node:crypto';
import { signAccessToken } from './access-token.js';
import type { Account, ApiName, Grant, Metastore, ModelService, Principal, Warehouse, Workspace } from './account.js';
import { governedServices } from './governed-services.js';
import { grantsOnLimitedServices, limitedServices, overBudget, secondUser } from './limited-services.js';
import { servicesByDestination } from './services-by-destination.js';

const homeMetastore = 'metastore-home';
const foreignMetastore = 'metastore-foreign';
const everyone = 'account users';

/** Who holds EXECUTE on `system.ai` here: admins put it in the place of all account users, to leave somebody out. */
const modelUsers = 'model users';
const restricted = 'without-system-execute';

const workspaces: readonly Workspace[] = [
  { name: 'home', id: '1000000000000001', metastore: homeMetastore },
  { name: 'second', id: '1000000000000002', metastore: homeMetastore },
  { name: 'foreign', id: '2000000000000001', metastore: foreignMetastore },
];

const warehouses: readonly Warehouse[] = [
  { name: 'default', id: 'a0b1c2d3e4f50001', workspace: 'home', kind: 'serverless', users: [everyone] },
  { name: 'classic', id: 'a0b1c2d3e4f50002', workspace: 'home', kind: 'classic', users: [modelUsers] },
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
  { ...hosted('elsewhere-sim-1', ['chat']), servedElsewhere: true },
  { ...hosted('no-batch-sim-1', ['chat']), disabledForAiQuery: true },
];

/** A service of the account's own, on every API, so that the grants can be tried on each of them. */
const assistant: ModelService = {
  name: 'assistant',
  apis: everyApi,
  servedModel: 'claude-sim-1-20260101',
  answersInBlocks: false,
};

/** Services of a schema of which some see only the second, so that a list in pages of one begins with an empty page. */
const halfSeen: readonly ModelService[] = ['hidden', 'seen'].map((name) => ({ ...assistant, name, apis: ['chat'] }));

const metastores: readonly Metastore[] = [
  {
    id: homeMetastore,
    catalogs: [
      { name: 'system', schemas: [{ name: 'ai', services: hostedServices }] },
      {
        name: 'main',
        schemas: [
          {
            name: 'llm',
            services: [
              assistant,
              ...limitedServices(everyApi, everyone),
              ...governedServices(everyApi),
              ...servicesByDestination(everyApi),
            ],
          },
          { name: 'shared', services: [assistant] },
          { name: 'half-seen', services: halfSeen },
        ],
      },
      // A catalog of its own: what is granted on it, or on its schema, reaches no other service.
      { name: 'scratch', schemas: [{ name: 'llm', services: [assistant] }] },
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
  'expired-oauth',
  'service-principal',
  restricted,
  secondUser,
  overBudget,
  'admin',
  'grantee',
].map((name) => ({
  name,
  groups: name === restricted ? [everyone] : [everyone, modelUsers],
  ...(name === overBudget && { overBudget: true }),
}));

function grant(to: string, privileges: Grant['privileges'], on: string, metastore = homeMetastore): Grant {
  return { metastore, to, privileges, on };
}

/** Holds what `granted` holds: a service principal is granted like a user. */
const servicePrincipal = 'service-principal';

const useCatalog = 'USE CATALOG';
const useSchema = 'USE SCHEMA';
const execute = 'EXECUTE';

const grants: readonly Grant[] = [
  // "System-provided model services in system.ai grant EXECUTE to all account users by default" ("Query model
  // services"): in practice as grants on the catalog and the schema, not on each service.
  grant(everyone, [useCatalog], 'system'),
  grant(everyone, [useSchema], 'system.ai'),
  grant(modelUsers, [execute], 'system.ai'),

  grant('default', [useCatalog, useSchema, execute], 'main'),
  grant('default', [useCatalog, useSchema, execute], 'other', foreignMetastore),

  // May call a service that refers to a model of system.ai, and not that model.
  grant(restricted, [useCatalog], 'main'),
  grant(restricted, [useSchema], 'main.llm'),
  grant(restricted, [execute], 'main.llm.refers-to-system'),

  grant('default', [useCatalog, useSchema, execute], 'scratch'),

  // Who manages a catalog reads and changes the grants in it, and may call nothing by that.
  grant('admin', ['MANAGE'], 'system'),
  grant('admin', ['MANAGE'], 'main'),
  grant('admin', ['MANAGE'], 'scratch'),

  grant('grantee', [useCatalog], 'scratch'),
  grant('grantee', [useSchema], 'scratch.llm'),
  grant('grantee', [execute], 'scratch.llm.assistant'),

  grant('granted', [useCatalog], 'main'),
  grant('granted', [useSchema], 'main.llm'),
  grant('granted', [execute], 'main.llm.assistant'),
  grant('granted', [useSchema], 'main.half-seen'),
  grant('granted', [execute], 'main.half-seen.seen'),

  grant(servicePrincipal, [useCatalog], 'main'),
  grant(servicePrincipal, [useSchema], 'main.llm'),
  grant(servicePrincipal, [execute], 'main.llm.assistant'),

  grant('inherits-execute', [useCatalog], 'main'),
  grant('inherits-execute', [useSchema, execute], 'main.shared'),

  grant('without-execute', [useCatalog], 'main'),
  grant('without-execute', [useSchema], 'main.llm'),

  grant('without-use-catalog', [useSchema], 'main.llm'),
  grant('without-use-catalog', [execute], 'main.llm.assistant'),

  grant('without-use-schema', [useCatalog], 'main'),
  grant('without-use-schema', [execute], 'main.llm.assistant'),

  ...grantsOnLimitedServices(homeMetastore),
];

/** The account that the harness is shown on. Its secrets are new and unpredictable at every call. */
export function defaultAccount(): Account {
  const id = randomUUID();
  const signingKey = randomBytes(32).toString('hex');
  const tokens = principals
    .filter(({ name }) => name !== servicePrincipal)
    .map(({ name }) => ({
      secret: name === 'expired-oauth' ? expiredAccessToken(id, signingKey) : `dapi${randomBytes(16).toString('hex')}`,
      principal: name,
      expired: name.startsWith('expired'),
    }));
  const clients = [{ id: randomUUID(), secret: `dose${randomBytes(16).toString('hex')}`, principal: servicePrincipal }];
  return { id, metastores, workspaces, principals, tokens, clients, signingKey, grants, warehouses };
}

/** Well formed and signed, and over since a day before it is first seen. */
function expiredAccessToken(account: string, signingKey: string): string {
  const expiresAt = Date.now() - 24 * 60 * 60 * 1000;
  return signAccessToken(signingKey, { issuer: account, client: randomUUID(), scopes: ['all-apis'], expiresAt });
}
