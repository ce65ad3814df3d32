import type { Workspace } from '../account/account.js';
import type { Gateway } from './gateway.js';
import { proceed, refuse, type Step } from './reply.js';

export const workspaceHeader = 'x-databricks-workspace-id';

/**
 * Finds the workspace that a request is billed to: by its host, or on the account-level URL by header.
 *
 * On a workspace's own URL the header is ignored, even when it names another workspace: so a live workspace behaved on
 * another API (databricks/databricks-sdk-go#1650). What the gateway answers on an account-level URL without the header,
 * or with an id that is malformed or unknown, is not public; that such a request must not succeed is.
 */
export function identifyWorkspace({ account, site }: Gateway, headers: Headers): Step<Workspace> {
  if (site.kind === 'workspace') return proceed(site.workspace);
  const id = headers.get(workspaceHeader);
  if (id === null) {
    return refuse(400, 'BAD_REQUEST', `The request identifies no workspace: send the ${workspaceHeader} header.`);
  }
  if (!/^[1-9][0-9]{0,19}$/.test(id)) {
    return refuse(400, 'INVALID_PARAMETER_VALUE', `The ${workspaceHeader} header holds no workspace id.`);
  }
  const workspace = account.workspaces.find((candidate) => candidate.id === id);
  return workspace ? proceed(workspace) : refuse(404, 'NOT_FOUND', `Workspace ${id} does not exist in this account.`);
}
