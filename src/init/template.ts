import type { ListedService } from '../run/index.js';
import { assignRoles, type Role } from './assign-roles.js';

/** What is known of an account before its target is written. */
export interface Known {
  readonly url: string;
  readonly workspaceId?: string;
  /** As the target file writes it: `token: { env: DATABRICKS_TOKEN }`. */
  readonly credential: string;
  readonly services: readonly ListedService[];
}

export const nothingKnown: Known = {
  url: 'https://WORKSPACE.cloud.databricks.com',
  credential: 'token: { env: DATABRICKS_TOKEN }',
  services: [],
};

/** What stands where nobody is known to play a role. */
const placeholders: Readonly<Record<Role, string>> = {
  system: 'system: { fqn: system.ai.MODEL-SERVICE, apis: [chat] }',
  openai: '# openai: { fqn: system.ai.OPENAI-SERVICE, apis: [chat, responses] }',
  gemini: '# gemini: { fqn: system.ai.GEMINI-SERVICE, apis: [chat, gemini] }',
  embedding: '# embedding: { fqn: system.ai.EMBEDDING-SERVICE, apis: [embeddings] }',
};

/** A target file to start from: what is known filled in, and the rest to be uncommented. No secret stands in it. */
export function targetTemplate({ url, workspaceId, credential, services }: Known): string {
  const { roles, others } = assignRoles(services);
  const models = Object.entries(placeholders).map(([role, placeholder]) =>
    modelLine(role, roles[role as Role], placeholder),
  );
  const listed = others.map(({ fqn, apis }) => `  #   ${fqn}${apis.length === 0 ? '' : ` [${apis.join(', ')}]`}\n`);
  const id = workspaceId === undefined ? '' : `, id: ${JSON.stringify(workspaceId)}`;
  return `# One gateway under test. Secrets never stand here: they are referenced.
# Check it with \`gateway-conformance check --target FILE\`, look it over with \`gateway-conformance doctor --target FILE\`.

workspaces:
  # The id lets requests name the workspace by header; \`doctor\` tells it.
  home: { url: ${JSON.stringify(url)}${id} }
  # second: { url: https://ANOTHER-WORKSPACE-ON-THE-SAME-METASTORE.cloud.databricks.com }

# account-url: https://ACCOUNT-LEVEL-HOST

models:
  # A service in system.ai that every account user may call; \`apis\` are those that it answers on.
${models.join('\n')}
${listed.length === 0 ? '' : `  # Others that the account lists:\n${listed.join('')}`}  # private: { fqn: CATALOG.SCHEMA.SERVICE, apis: [chat] }

identities:
  # A user that may call every model service above.
  default: { ${credential} }
  # granted: { profile: PROFILE, principal: NAME-IN-UNITY-CATALOG, expects: { private: { lacks: [] } } }
  # without-execute: { profile: PROFILE, principal: NAME-IN-UNITY-CATALOG, expects: { private: { lacks: [EXECUTE] } } }

# warehouses: { default: { id: WAREHOUSE-ID } }
# features: [bare-names]

limits: { concurrency: 4 }
`;
}

function modelLine(role: string, service: ListedService | undefined, placeholder: string): string {
  if (service === undefined) return `  ${placeholder}`;
  const { fqn, apis } = service;
  if (apis.length > 0) return `  ${role}: { fqn: ${fqn}, apis: [${apis.join(', ')}] }`;
  return `  ${role}: { fqn: ${fqn}, apis: [chat] } # the account does not say on which APIs it answers`;
}
