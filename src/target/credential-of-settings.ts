import { failed, type Problem, type Result } from '../problem/index.js';
import { clientCredential } from './client-credential.js';
import type { Credential, LoginCredential } from './credential.js';
import { personalAccessToken } from './personal-access-token.js';
import type { Asker } from './secret-value.js';
import type { Settings } from './settings.js';

/** Attributes of credentials, with the name that Databricks gives to their kind. */
const kinds: Readonly<Record<string, string>> = {
  token: 'pat',
  client_id: 'oauth-m2m',
  client_secret: 'oauth-m2m',
  username: 'basic',
  password: 'basic',
  azure_client_id: 'azure-client-secret',
  azure_client_secret: 'azure-client-secret',
  google_service_account: 'google-id',
  google_credentials: 'google-credentials',
};

export interface CredentialSearch extends Asker {
  /** What to report when there is no credential at all. */
  readonly absent: Pick<Problem, 'code' | 'message' | 'fix'>;
  /** What a login of the Databricks CLI would be. */
  readonly login: Omit<LoginCredential, 'kind' | 'origin'>;
}

interface Kind {
  readonly name: string;
  /** Where it was found, for messages. */
  readonly origin: string;
}

/** The credential that the settings hold: of the kind that `auth_type` names, else of the only kind that is there. */
export function credentialOfSettings(settings: Settings, search: CredentialSearch): Result<Credential> {
  const { who, place, absent } = search;
  const placed = place === undefined ? {} : { place };
  const [kind, ...others] = kindsIn(settings);
  if (kind === undefined) return failed({ ...absent, ...placed });
  if (others.length > 0) {
    return failed({
      code: 'target.credential-unclear',
      message: `${who} has several kinds of credential: ${[kind, ...others].map(written).join(', ')}`,
      ...placed,
      fix: 'leave one of them, or say which one counts: `auth_type` in the profile, or DATABRICKS_AUTH_TYPE',
    });
  }
  switch (kind.name) {
    case 'pat': {
      const { token } = settings;
      return token === undefined ? failed({ ...absent, ...placed }) : personalAccessToken(token, search);
    }
    case 'oauth-m2m': {
      const { client_id: id, client_secret: secret, scopes } = settings;
      if (id !== undefined && secret !== undefined)
        return clientCredential({ id, secret, scope: scopes?.value }, search);
      return failed({
        code: absent.code,
        message: `${who} would authenticate with ${written(kind)}, but has no \`${id === undefined ? 'client_id' : 'client_secret'}\``,
        ...placed,
        fix: 'give both `client_id` and `client_secret`: DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET as variables',
      });
    }
    case 'databricks-cli':
      return { ok: true, value: { kind: 'cli', ...search.login, origin: kind.origin } };
    default:
      return failed({
        code: 'target.credential-unsupported',
        message: `${who} would authenticate with ${written(kind)}`,
        ...placed,
        fix: 'give `token`, or `client_id` and `client_secret`, or `auth_type = databricks-cli`: other kinds are not supported',
      });
  }
}

function kindsIn(settings: Settings): readonly Kind[] {
  const { auth_type: named } = settings;
  if (named !== undefined) return [{ name: named.value, origin: named.origin }];
  const found = Object.entries(kinds).flatMap(([attribute, name]): Kind[] => {
    const setting = settings[attribute];
    return setting === undefined ? [] : [{ name, origin: setting.origin }];
  });
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

function written({ name, origin }: Kind): string {
  return `${name} (${origin})`;
}
