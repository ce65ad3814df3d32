/** What is known of an account before its target is written. */
export interface Known {
  readonly url: string;
  readonly workspaceId?: string;
  /** As the target file writes it: `token: { env: DATABRICKS_TOKEN }`. */
  readonly credential: string;
  /** Full names. */
  readonly services: readonly string[];
}

export const nothingKnown: Known = {
  url: 'https://WORKSPACE.cloud.databricks.com',
  credential: 'token: { env: DATABRICKS_TOKEN }',
  services: [],
};

/** A target file to start from: what is known filled in, and the rest to be uncommented. No secret stands in it. */
export function targetTemplate({ url, workspaceId, credential, services }: Known): string {
  const [first = 'system.ai.MODEL-SERVICE', ...others] = services;
  const listed = others.map((name) => `  #   ${name}`);
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
  system: { fqn: ${first}, apis: [chat] }
${others.length === 0 ? '' : `  # Others that the account lists:\n${listed.join('\n')}\n`}  # openai: { fqn: system.ai.OPENAI-SERVICE, apis: [chat, responses] }
  # gemini: { fqn: system.ai.GEMINI-SERVICE, apis: [chat, gemini] }
  # embedding: { fqn: system.ai.EMBEDDING-SERVICE, apis: [embeddings] }
  # private: { fqn: CATALOG.SCHEMA.SERVICE, apis: [chat] }

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
