import type { Gateway } from './gateway.js';
import type { Reply } from './reply.js';

export const whoAmIPath = '/api/2.0/preview/scim/v2/Me';

/**
 * Tells callers who they are and, by header, which workspace they reached. That header is how the official clients learn
 * a workspace's id (databricks-sdk-go, `workspace_functions.go`).
 */
export function whoAmI(gateway: Gateway, headers: Headers): Reply {
  const caller = gateway.decisions.authenticate(gateway, headers);
  if (caller.done) return caller.reply;
  const workspace = gateway.decisions.identifyWorkspace(gateway, headers);
  if (workspace.done) return workspace.reply;
  const { name, groups } = caller.value;
  return {
    kind: 'answer',
    headers: { 'x-databricks-org-id': workspace.value.id },
    body: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      id: String(gateway.account.principals.indexOf(caller.value) + 1),
      userName: `${name}@simulated.example`,
      displayName: name,
      active: true,
      emails: [{ type: 'work', value: `${name}@simulated.example`, primary: true }],
      groups: groups.map((display) => ({ display })),
    },
  };
}
