import { failed, ok, type Place, type Problem, type Result } from '../problem/index.js';
import { isRedactable } from '../wire/index.js';
import type { Credential } from './credential.js';
import type { Settings } from './settings.js';

/** Attributes that belong to other kinds of credential, with the name that Databricks gives to the kind. */
const otherKinds: Readonly<Record<string, string>> = {
  client_id: 'oauth-m2m',
  client_secret: 'oauth-m2m',
  username: 'basic',
  password: 'basic',
  azure_client_id: 'azure-client-secret',
  azure_client_secret: 'azure-client-secret',
  google_service_account: 'google-id',
  google_credentials: 'google-credentials',
};

/** For whom a token is looked for. */
export interface TokenSearch {
  /** `identity expired` */
  readonly who: string;
  readonly place?: Place;
  /** What to report when there is neither a token nor another kind of credential. */
  readonly absent: Pick<Problem, 'code' | 'message' | 'fix'>;
}

/** Takes the personal access token out of the settings, or says which kind of credential stands there instead. */
export function personalAccessToken(settings: Settings, { who, place, absent }: TokenSearch): Result<Credential> {
  const placed = place === undefined ? {} : { place };
  const other = otherKind(settings);
  if (other !== undefined) {
    return failed({
      code: 'target.credential-unsupported',
      message: `${who} would authenticate with ${other.kind} (${other.origin})`,
      ...placed,
      fix: 'give a personal access token as `token`: it is the only kind of credential that is supported now',
    });
  }
  const token = settings['token'];
  if (token === undefined) return failed({ ...absent, ...placed });
  // Anything else would end the header early or be refused before it is sent, far from its cause.
  if (!/^[\x21-\x7e]+$/.test(token.value)) {
    return failed({
      code: 'target.credential-malformed',
      message: `the token of ${who} (${token.origin}) has white space or characters outside ASCII`,
      ...placed,
      fix: 'store the token alone, without a line end',
    });
  }
  // A shorter text would be found by chance wherever the journal is searched for it, so it cannot be kept out.
  if (!isRedactable(token.value)) {
    return failed({
      code: 'target.credential-malformed',
      message: `the token of ${who} (${token.origin}) is too short to be one`,
      ...placed,
      fix: 'store a whole token there',
    });
  }
  return ok({ kind: 'pat', secret: token.value, origin: token.origin });
}

/** A kind of credential other than a token: by its name, or, where there is no token, by its attributes. */
function otherKind(settings: Settings): { readonly kind: string; readonly origin: string } | undefined {
  const named = settings['auth_type'];
  if (named !== undefined) return named.value === 'pat' ? undefined : { kind: named.value, origin: named.origin };
  if (settings['token'] !== undefined) return undefined;
  return Object.entries(otherKinds)
    .flatMap(([attribute, kind]) => {
      const setting = settings[attribute];
      return setting === undefined ? [] : [{ kind, origin: setting.origin }];
    })
    .at(0);
}
