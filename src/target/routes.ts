import type { Target } from './target.js';

/** How a request names its workspace: by its host, or by a header on an account-level URL. */
export type RouteName = 'workspace-url' | 'workspace-header';

/** What turns a path into a request: the origin, and the headers that name the workspace. */
export interface Route {
  readonly kind: 'route';
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Why the target does not have the route. */
export interface Missing {
  readonly kind: 'missing';
  readonly what: 'workspace' | 'account-url' | 'workspace-id';
  /** One sentence, fit to be a skip reason. */
  readonly message: string;
}

export function resolveRoute(target: Target, route: RouteName, workspaceRole: string): Route | Missing {
  const workspace = Object.hasOwn(target.workspaces, workspaceRole) ? target.workspaces[workspaceRole] : undefined;
  if (workspace === undefined) return missing('workspace', `the target has no workspace ${workspaceRole}`);
  switch (route) {
    case 'workspace-url':
      return { kind: 'route', origin: workspace.url, headers: {} };
    case 'workspace-header':
      if (target.accountUrl === undefined) return missing('account-url', 'the target has no account-level URL');
      if (workspace.id === undefined)
        return missing('workspace-id', `the target does not say the id of workspace ${workspaceRole}`);
      return { kind: 'route', origin: target.accountUrl, headers: { 'x-databricks-workspace-id': workspace.id } };
  }
}

function missing(what: Missing['what'], message: string): Missing {
  return { kind: 'missing', what, message };
}
