import type { Gateway } from './gateway.js';
import type { Reply } from './reply.js';

export const hostMetadataPath = '/.well-known/databricks-config';

/** Where tokens come from on this origin: below `/oidc` in a workspace, in the account's own form on the account-level URL. */
export function oidcPath({ account, site }: Pick<Gateway, 'account' | 'site'>): string {
  return site.kind === 'workspace' ? '/oidc' : `/oidc/accounts/${account.id}`;
}

/** What official clients ask a host first (databricks-sdk-go, `config/host_metadata.go`). Anybody may. */
export function hostMetadata({ account, site }: Gateway, origin: string): Reply {
  const common = { account_id: account.id, cloud: 'AWS', host_type: site.kind };
  const body =
    site.kind === 'workspace'
      ? { ...common, oidc_endpoint: `${origin}/oidc`, workspace_id: site.workspace.id }
      : // Accounts answer with the placeholder, which clients replace (`TestGetHostMetadata_AccountHostRawOIDCTemplate`).
        { ...common, oidc_endpoint: `${origin}/oidc/accounts/{account_id}` };
  return { kind: 'answer', body };
}

/** Authorization server metadata (RFC 8414) of what this origin serves: client credentials only. */
export function serverMetadata(gateway: Gateway, origin: string): Reply {
  const issuer = origin + oidcPath(gateway);
  return {
    kind: 'answer',
    body: {
      issuer,
      token_endpoint: `${issuer}/v1/token`,
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      scopes_supported: ['all-apis', 'ai-gateway', 'unity-catalog'],
    },
  };
}
