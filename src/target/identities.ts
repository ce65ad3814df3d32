import { failed, ok, type Result } from '../problem/index.js';
import type { YamlSource } from '../spec/index.js';
import { combine } from './combine.js';
import type { ConfigFile } from './config-file.js';
import { type Environment, variable } from './context.js';
import type { Credential } from './credential.js';
import { personalAccessToken } from './personal-access-token.js';
import { findProfile, profileMissing } from './profile.js';
import { profileHostProblems } from './profile-host.js';
import { type Settings, settingsOfProfile } from './settings.js';
import type { Identity } from './target.js';
import type { TargetDocument } from './target-schema.js';

type IdentityDocument = TargetDocument['identities'][string];

/** What references in identities lead to. */
export interface References {
  readonly environment: Environment;
  /** Undefined when the file could not be read, which is reported on its own. */
  readonly configFile: ConfigFile | undefined;
  /** The origins to which credentials will be sent; undefined while they are not known. */
  readonly origins: readonly string[] | undefined;
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
  return credential.ok
    ? ok({ credential: credential.value, expects: identity.expects ?? {}, refused: identity.refused ?? false })
    : credential;
}

function readCredential(
  source: YamlSource,
  role: string,
  { token, profile }: IdentityDocument,
  references: References,
): Result<Credential> {
  if (token !== undefined && profile === undefined)
    return fromVariable(source, role, token.env, references.environment);
  if (profile !== undefined && token === undefined) return fromProfile(source, role, profile, references);
  // None or both: the check of the document says so.
  return failed();
}

function fromVariable(source: YamlSource, role: string, name: string, environment: Environment): Result<Credential> {
  const value = variable(environment, name);
  const settings: Settings =
    value === undefined ? {} : { token: { value, from: 'variable', origin: `variable ${name}` } };
  return personalAccessToken(settings, {
    who: `identity ${role}`,
    place: source.place(['identities', role, 'token', 'env']),
    absent: {
      code: 'target.variable-missing',
      message: `identity ${role} needs the variable ${name}, which is not set`,
      fix: `set ${name} to a personal access token, or leave the identity out`,
    },
  });
}

function fromProfile(
  source: YamlSource,
  role: string,
  name: string,
  { configFile, origins }: References,
): Result<Credential> {
  if (configFile === undefined) return failed();
  const place = source.place(['identities', role, 'profile']);
  const who = `identity ${role}`;
  const profile = findProfile(configFile, name);
  if (profile === undefined) return failed(profileMissing(configFile, name, who, place));
  const origin = `profile ${name} in ${configFile.name}`;
  const settings = settingsOfProfile(profile, origin);
  const credential = personalAccessToken(settings, {
    who,
    place,
    absent: {
      code: 'target.profile-incomplete',
      message: `${who} needs a \`token\`, which ${origin} does not have`,
      fix: 'add `token` to the profile',
    },
  });
  if (!credential.ok || origins === undefined) return credential;
  const elsewhere = profileHostProblems(who, settings, origins);
  return elsewhere.length > 0 ? failed(...elsewhere.map((problem) => ({ ...problem, place }))) : credential;
}
