import type { Fault } from './fault.js';
import { decide } from './making/decide.js';
import { remove, replace } from './making/edit.js';
import { answers, edited, errors, headers, respond, statuses, withHeaders } from './making/responses.js';
import { both, onModelApis, onPath } from './making/where.js';
import { byHeader, workspaceHeader } from './making/workspaces.js';

const me = onPath(/scim\/v2\/Me$/);
const hostMetadata = onPath(/^\/\.well-known\/databricks-config$/);

export const routingFaults: readonly Fault[] = [
  {
    id: 'routing.url-means-another-workspace',
    sentence: 'A workspace URL is taken for that of a workspace on another metastore.',
    breaks: ['ROUTE-01'],
    deviate: decide(({ identifyWorkspace }) => ({
      identifyWorkspace: (gateway, sent) => {
        const found = identifyWorkspace(gateway, sent);
        const { workspaces } = gateway.account;
        if (found.done || gateway.site.kind === 'account') return found;
        const other = workspaces.find(({ metastore }) => metastore !== found.value.metastore);
        return other === undefined ? found : { done: false, value: other };
      },
    })),
  },
  {
    id: 'routing.header-required-on-urls',
    sentence: 'A workspace URL answers only with a workspace header.',
    breaks: ['ROUTE-01'],
    deviate: decide(({ identifyWorkspace }) => ({
      identifyWorkspace: (gateway, sent) => identifyWorkspace({ ...gateway, site: { kind: 'account' } }, sent),
    })),
  },
  {
    id: 'routing.header-ignored',
    sentence: 'The workspace header on an account-level URL is ignored, and the first workspace answers.',
    breaks: ['ROUTE-02', 'ROUTE-03', 'ROUTE-06', 'ROUTE-08', 'ROUTE-09', 'ROUTE-10'],
    deviate: decide(() => ({
      identifyWorkspace: ({ account, site }) => {
        const [first] = account.workspaces;
        const workspace = site.kind === 'workspace' ? site.workspace : first;
        if (workspace === undefined) throw new Error('The account has no workspace.');
        return { done: false, value: workspace };
      },
    })),
  },
  {
    id: 'routing.no-workspace-needed',
    sentence: 'An account-level URL without a workspace header answers from the first workspace.',
    breaks: ['ROUTE-03', 'ROUTE-06', 'ROUTE-12', 'ROUTE-14', 'ROUTE-21'],
    deviate: decide(({ identifyWorkspace }) => ({
      identifyWorkspace: (gateway, sent) => {
        const [first] = gateway.account.workspaces;
        if (gateway.site.kind === 'workspace' || sent.has(workspaceHeader) || first === undefined) {
          return identifyWorkspace(gateway, sent);
        }
        return { done: false, value: first };
      },
    })),
  },
  {
    id: 'routing.account-url-dead',
    sentence: 'The account-level URL answers nothing but 404.',
    breaks: ['ROUTE-02', 'ROUTE-04', 'AUTH-01'],
    deviate: decide(({ identifyWorkspace }) => ({
      identifyWorkspace: (gateway, sent) =>
        gateway.site.kind === 'workspace'
          ? identifyWorkspace(gateway, sent)
          : {
              done: true,
              reply: { kind: 'error', status: 404, code: 'ENDPOINT_NOT_FOUND', message: 'No such endpoint.' },
            },
    })),
  },
  {
    id: 'routing.another-model-by-header',
    sentence: 'The same name names another model in answers to requests with a workspace header.',
    breaks: ['ROUTE-04'],
    seen: 'BerriAI/litellm#38761',
    deviate: answers(
      both(onModelApis, byHeader),
      replace('$.model', (model: unknown) => `${model}-by-header`),
    ),
  },
  {
    id: 'routing.another-status-by-header',
    sentence: 'What is refused with 400 on a workspace URL is refused with 422 by header.',
    breaks: ['ROUTE-04'],
    deviate: statuses(both(onModelApis, byHeader), 400, 422),
  },
  {
    id: 'routing.denial-masked-by-header',
    sentence: 'A missing privilege is told by 403 on a workspace URL, and by 404 by header.',
    breaks: ['ROUTE-04'],
    deviate: statuses(both(onModelApis, byHeader), 403, 404),
  },
  {
    id: 'routing.errors-without-message-by-header',
    sentence: 'Errors to requests with a workspace header have no message.',
    breaks: ['ROUTE-04'],
    deviate: errors(both(onModelApis, byHeader), remove('$..message')),
  },
  {
    id: 'routing.services-of-one-workspace-only',
    sentence: 'A model service answers only in the first workspace of its metastore.',
    breaks: ['ROUTE-05'],
    deviate: decide(({ identifyWorkspace }) => ({
      identifyWorkspace: (gateway, sent) => {
        const found = identifyWorkspace(gateway, sent);
        if (found.done || found.value.name !== 'second') return found;
        return { done: false, value: { ...found.value, metastore: 'nowhere' } };
      },
    })),
  },
  {
    id: 'routing.header-wins-over-url',
    sentence: 'On a workspace URL the workspace header decides.',
    breaks: ['ROUTE-07', 'ROUTE-19'],
    deviate: decide(({ identifyWorkspace }) => ({
      identifyWorkspace: (gateway, sent) =>
        identifyWorkspace(sent.has(workspaceHeader) ? { ...gateway, site: { kind: 'account' } } : gateway, sent),
    })),
  },
  {
    id: 'routing.unknown-workspace-as-400',
    sentence: 'A workspace header that names no workspace is a bad request.',
    breaks: ['ROUTE-09', 'ROUTE-10'],
    deviate: decide(({ identifyWorkspace }) => ({
      identifyWorkspace: (gateway, sent) => {
        const found = identifyWorkspace(gateway, sent);
        if (!found.done) return found;
        return {
          done: true,
          reply: { kind: 'error', status: 400, code: 'BAD_REQUEST', message: 'Unknown workspace.' },
        };
      },
    })),
  },
  {
    id: 'routing.me-without-workspace-id',
    sentence: 'The current-user endpoint does not say which workspace it is.',
    breaks: ['ROUTE-13', 'ROUTE-21'],
    deviate: headers(me, { 'x-databricks-org-id': undefined }),
  },
  {
    id: 'routing.me-with-another-workspace-id',
    sentence: 'The current-user endpoint of every workspace states the id of one.',
    breaks: ['ROUTE-13'],
    deviate: headers(me, { 'x-databricks-org-id': '1111111111111111' }),
  },
  {
    id: 'routing.host-metadata-gone',
    sentence: 'A host has no /.well-known/databricks-config.',
    breaks: ['ROUTE-15', 'AUTH-05'],
    deviate: respond(hostMetadata, (message) => edited({ ...withHeaders(message, {}), status: 404 }, () => ({}))),
  },
  {
    id: 'routing.host-metadata-without-kind',
    sentence: 'A host does not say whether it is a workspace or an account.',
    breaks: ['ROUTE-15'],
    deviate: answers(hostMetadata, remove('$.host_type')),
  },
  {
    id: 'routing.no-oidc-endpoint',
    sentence: 'A host does not say where its tokens come from.',
    breaks: ['ROUTE-15', 'AUTH-05'],
    deviate: answers(hostMetadata, remove('$.oidc_endpoint')),
  },
  {
    id: 'routing.host-of-another-type',
    sentence: 'A host says of its type a word that is none of those.',
    breaks: ['ROUTE-15'],
    deviate: answers(hostMetadata, replace('$.host_type', 'deployment')),
  },
];
