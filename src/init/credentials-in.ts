/** Where the identities of a target take their secrets from. */
export interface CredentialSources {
  /** Names of environment variables, each once, in the order of the file. */
  readonly variables: readonly string[];
  /** Identities whose credential is in a profile, or in a login of the Databricks CLI: on one machine only. */
  readonly onThisMachine: readonly string[];
}

/** What the document of a target file refers to. It has been checked. */
export function credentialsIn(document: unknown): CredentialSources {
  const identities = Object.entries(mapping(mapping(document)['identities']));
  const variables = identities.flatMap(([, identity]) => {
    const { token, client } = mapping(identity);
    const named = [mapping(token)['env'], mapping(mapping(client)['secret'])['env']];
    return named.filter((name) => typeof name === 'string');
  });
  const onThisMachine = identities.filter(
    ([, identity]) => 'profile' in mapping(identity) || 'cli' in mapping(identity),
  );
  return { variables: [...new Set(variables)], onThisMachine: onThisMachine.map(([role]) => role) };
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
