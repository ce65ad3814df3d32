import type { Workspace } from '../../account/account.js';
import type { Deviate } from '../../deviation/deviation.js';
import type { Decisions } from '../../gateway/gateway.js';
import { proceed, type Step } from '../../gateway/reply.js';
import { decide } from './decide.js';
import type { Where } from './where.js';

type Identify = Decisions['identifyWorkspace'];

interface Asked {
  readonly gateway: Parameters<Identify>[0];
  readonly headers: Headers;
  /** What it would be with another header, or on another URL. */
  readonly usual: Identify;
}

export const workspaceHeader = 'x-databricks-workspace-id';

/** Finds otherwise which workspace a request is for. */
export function identify(change: (found: Step<Workspace>, asked: Asked) => Step<Workspace>): Deviate {
  return decide(({ identifyWorkspace: usual }) => ({
    identifyWorkspace: (gateway, headers) => change(usual(gateway, headers), { gateway, headers, usual }),
  }));
}

/** Reads the header as another text before a workspace is looked for. */
export function readHeader(rewrite: (value: string) => string): Deviate {
  return identify((_, { gateway, headers, usual }) => {
    const value = headers.get(workspaceHeader);
    return usual(gateway, value === null ? headers : new Headers({ [workspaceHeader]: rewrite(value) }));
  });
}

/** The workspace of the account that is named first. */
export function firstWorkspace({ gateway: { account } }: Asked): Step<Workspace> {
  const [workspace] = account.workspaces;
  if (workspace === undefined) throw new Error('The account has no workspace.');
  return proceed(workspace);
}

/** Requests that name a workspace by header. */
export const byHeader: Where = ({ headers }) => headers.has(workspaceHeader);
