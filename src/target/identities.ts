import { failed, ok, type Result } from '../problem/index.js';
import type { YamlSource } from '../spec/index.js';
import { clientCredential } from './client-credential.js';
import { combine } from './combine.js';
import type { ConfigFile } from './config-file.js';
import { type Environment, variable } from './context.js';
import type { Credential } from './credential.js';
import { credentialOfSettings } from './credential-of-settings.js';
import { issuerOf } from './issuer.js';
import { programOf } from './login.js';
import { personalAccessToken } from './personal-access-token.js';
import { findProfile, profileMissing } from './profile.js';
import { type Destinations, tieToHost } from './profile-host.js';
import { type Setting, settingsOfProfile } from './settings.js';
import type { Identity } from './target.js';
import type { TargetDocument } from './target-schema.js';

type IdentityDocument = TargetDocument['identities'][string];

/** What references in identities lead to. */
export interface References {
  readonly environment: Environment;
  /** Undefined when the file could not be read, which is reported on its own. */
  readonly configFile: ConfigFile | undefined;
  /** To where credentials will be sent; undefined while that is not known. */
  readonly destinations: Destinations | undefined;
}

export function readIdentities(
  source: YamlSource,
  identities: TargetDocument['identities'],
  references: References,
): Result<Record<string, Identity>> {
  return combine<Record<string, Identity>>(
    Object.fromEntries(
      Object.entries(identities).map(([role, identity]) => [role, readIdentity(source, role, identity, references)]),
    ),
  );
}

function readIdentity(
  source: YamlSource,
  role: string,
  identity: IdentityDocument,
  references: References,
): Result<Identity> {
  const credential = readCredential(source, role, identity, references);
  if (!credential.ok) return credential;
  const { principal, expects = {}, refused = false } = identity;
  return ok({ credential: credential.value, ...(principal === undefined ? {} : { principal }), expects, refused });
}

function readCredential(
  source: YamlSource,
  role: string,
  { token, profile, client, cli }: IdentityDocument,
  references: References,
): Result<Credential> {
  const given = [token, profile, client, cli].filter((credential) => credential !== undefined);
  // None or several: the check of the document says so.
  if (given.length !== 1) return failed();
  if (token !== undefined) return fromVariable(source, role, token.env, references);
  if (client !== undefined) return fromClient(source, role, client, references);
  if (profile !== undefined) return fromProfile(source, role, { key: 'profile', name: profile }, references);
  if (typeof cli === 'object') return fromProfile(source, role, { key: 'cli', name: cli.profile }, references);
  return ok({ kind: 'cli', program: programOf(references.environment), origin: 'the login of the Databricks CLI' });
}

function fromVariable(
  source: YamlSource,
  role: string,
  name: string,
  { environment }: Pick<References, 'environment'>,
): Result<Credential> {
  const path = ['identities', role, 'token', 'env'];
  const setting = readVariable(source, role, path, name, 'a personal access token', environment);
  return setting.ok
    ? personalAccessToken(setting.value, { who: `identity ${role}`, place: source.place(path) })
    : setting;
}

function fromClient(
  source: YamlSource,
  role: string,
  client: NonNullable<IdentityDocument['client']>,
  { environment, destinations }: References,
): Result<Credential> {
  const path = ['identities', role, 'client', 'secret', 'env'];
  const secret = readVariable(source, role, path, client.secret.env, 'the secret of the client', environment);
  if (!secret.ok) return secret;
  const id: Setting = { value: client.id, from: 'variable', origin: source.file };
  const asker = { who: `identity ${role}`, place: source.place(path) };
  const credential = clientCredential({ id, secret: secret.value, scope: client.scope }, asker);
  if (!credential.ok || destinations === undefined) return credential;
  const issuer = issuerOf(client, destinations.accountUrl);
  return ok(issuer === undefined ? credential.value : { ...credential.value, issuer });
}

function readVariable(
  source: YamlSource,
  role: string,
  path: readonly string[],
  name: string,
  what: string,
  environment: Environment,
): Result<Setting> {
  const value = variable(environment, name);
  if (value !== undefined) return ok({ value, from: 'variable', origin: `variable ${name}` });
  return failed({
    code: 'target.variable-missing',
    message: `identity ${role} needs the variable ${name}, which is not set`,
    place: source.place(path),
    fix: `set ${name} to ${what}, or leave the identity out`,
  });
}

/** A profile's own credential; under the key `cli`, the login that the Databricks CLI keeps for the profile. */
function fromProfile(
  source: YamlSource,
  role: string,
  { key, name }: { readonly key: 'profile' | 'cli'; readonly name: string },
  { configFile, destinations, environment }: References,
): Result<Credential> {
  if (configFile === undefined) return failed();
  const place = source.place(key === 'cli' ? ['identities', role, 'cli', 'profile'] : ['identities', role, 'profile']);
  const who = `identity ${role}`;
  const profile = findProfile(configFile, name);
  if (profile === undefined) return failed(profileMissing(configFile, name, who, place));
  const origin = `profile ${name} in ${configFile.name}`;
  const settings = settingsOfProfile(profile, origin);
  const login = {
    profile: name,
    program: programOf(environment, settings),
    configFile: configFile.path,
  };
  const credential =
    key === 'cli'
      ? ok<Credential>({ kind: 'cli', ...login, origin })
      : credentialOfSettings(settings, {
          who,
          place,
          login,
          absent: {
            code: 'target.profile-incomplete',
            message: `${who} needs a credential, which ${origin} does not have`,
            fix: 'add `token` to the profile, or `client_id` and `client_secret`, or `auth_type = databricks-cli`',
          },
        });
  if (!credential.ok || destinations === undefined) return credential;
  return tieToHost(credential.value, { who, place }, settings, destinations);
}
