import { refuse } from '../gateway/reply.js';
import type { Fault } from './fault.js';
import { resolve } from './making/names.js';
import { firstWorkspace, identify, readHeader, workspaceHeader } from './making/workspaces.js';

/** Which workspace a request is for. */
export const workspaceFaults: readonly Fault[] = [
  {
    id: 'routing.every-url-in-one-workspace',
    sentence: 'The URL of any workspace is answered in the first workspace of the account.',
    breaks: ['ROUTE-01', 'ROUTE-13'],
    deviate: identify((found, asked) => (asked.gateway.site.kind === 'workspace' ? firstWorkspace(asked) : found)),
  },
  {
    id: 'routing.headers-of-one-metastore',
    sentence: 'The workspace header finds workspaces of the first metastore only.',
    breaks: ['ROUTE-02'],
    deviate: identify((found, { gateway: { account, site } }) =>
      site.kind === 'account' && !found.done && found.value.metastore !== account.metastores[0]?.id
        ? refuse(404, 'NOT_FOUND', `Workspace ${found.value.id} does not exist in this account.`)
        : found,
    ),
  },
  {
    id: 'routing.names-of-every-metastore',
    sentence: 'A name is looked up in all metastores of the account.',
    breaks: ['ROUTE-20'],
    deviate: resolve((found, { account, name, namesEnforced, usual }) => {
      if (found.kind !== 'missing') return found;
      const elsewhere = account.metastores.map(({ id }) => usual(account, id, name, namesEnforced));
      return elsewhere.find(({ kind }) => kind === 'found') ?? found;
    }),
  },
  {
    id: 'routing.header-beside-url-refused',
    sentence: 'A workspace URL refuses requests that have a workspace header.',
    breaks: ['ROUTE-07', 'ROUTE-18', 'ROUTE-19'],
    deviate: identify((found, { gateway: { site }, headers: sent }) =>
      site.kind === 'workspace' && sent.has(workspaceHeader)
        ? refuse(400, 'BAD_REQUEST', 'The workspace is identified twice.')
        : found,
    ),
  },
  {
    id: 'routing.header-read-up-to-its-number',
    sentence: 'Of the workspace header only the number at its beginning is read.',
    breaks: ['ROUTE-08'],
    deviate: readHeader((value) => /^\d+/.exec(value)?.[0] ?? value),
  },
  {
    id: 'routing.sign-of-the-header-ignored',
    sentence: 'A negative number in the workspace header counts like the positive one.',
    breaks: ['ROUTE-10'],
    deviate: readHeader((value) => value.replace(/^-/, '')),
  },
  {
    id: 'routing.older-header-counts',
    sentence: 'The header X-Databricks-Org-Id names the workspace as well.',
    breaks: ['ROUTE-12'],
    deviate: identify((found, { gateway, headers: sent, usual }) => {
      const older = sent.get('x-databricks-org-id');
      return found.done && older !== null ? usual(gateway, new Headers({ [workspaceHeader]: older })) : found;
    }),
  },
];
