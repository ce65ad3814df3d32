/**
 * How an identity proves itself, as data: what has to be fetched is fetched by who runs. Secrets are in memory only;
 * none enters a journal, a report or a message.
 */
export type Credential = PersonalAccessToken | ClientCredential | LoginCredential;

/** A token that is there from the beginning: a personal access token, or any other that is sent as it stands. */
export interface PersonalAccessToken {
  readonly kind: 'pat';
  readonly secret: string;
  /** Where the secret came from, for messages: `variable DATABRICKS_TOKEN`, `profile prod in ~/.databrickscfg`. */
  readonly origin: string;
}

/** Id and secret of a service principal, for which OAuth tokens are fetched (RFC 6749 section 4.4). */
export interface ClientCredential {
  readonly kind: 'client';
  readonly id: string;
  readonly secret: string;
  /** Separated by spaces. */
  readonly scope: string;
  /** Who issues the tokens. Without it, each origin issues those that it is sent: a workspace's token counts nowhere else. */
  readonly issuer?: Issuer;
  readonly origin: string;
}

export interface Issuer {
  /** Origin. */
  readonly host: string;
  /** The account's own token endpoint at this host, whose tokens count in each of its workspaces. */
  readonly accountId?: string;
}

/** A login that the Databricks CLI keeps: of a profile, or of the origin that is called. */
export interface LoginCredential {
  readonly kind: 'cli';
  readonly profile?: string;
  /** The program: a name to be looked up in PATH, or a path. */
  readonly program: string;
  /** The configuration file that holds the profile, when it is not the default one. */
  readonly configFile?: string;
  readonly origin: string;
}

export const defaultScope = 'all-apis';
