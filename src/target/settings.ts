import { failed, ok, type Result } from '../problem/index.js';
import { conventionalConfigFile, type Profile, readConfigFile } from './config-file.js';
import { type Environment, type TargetContext, variable } from './context.js';
import { chooseProfile, findProfile, profileMissing } from './profile.js';

/** One attribute's value, and where it was found. */
export interface Setting {
  readonly value: string;
  readonly from: 'variable' | 'profile';
  /** For messages: `variable DATABRICKS_TOKEN`, `profile prod in ~/.databrickscfg`. */
  readonly origin: string;
}

/** Settings by the names that attributes have in profiles. */
export type Settings = Readonly<Record<string, Setting>>;

/** The attributes that count here, and the variables that set them. Source: Databricks unified authentication. */
const variables: Readonly<Record<string, string>> = {
  host: 'DATABRICKS_HOST',
  token: 'DATABRICKS_TOKEN',
  workspace_id: 'DATABRICKS_WORKSPACE_ID',
  auth_type: 'DATABRICKS_AUTH_TYPE',
  client_id: 'DATABRICKS_CLIENT_ID',
  client_secret: 'DATABRICKS_CLIENT_SECRET',
  username: 'DATABRICKS_USERNAME',
  password: 'DATABRICKS_PASSWORD',
  azure_client_id: 'ARM_CLIENT_ID',
  azure_client_secret: 'ARM_CLIENT_SECRET',
  google_service_account: 'DATABRICKS_GOOGLE_SERVICE_ACCOUNT',
  google_credentials: 'GOOGLE_CREDENTIALS',
  account_id: 'DATABRICKS_ACCOUNT_ID',
  databricks_cli_path: 'DATABRICKS_CLI_PATH',
};

/** Attributes that alone do not make a connection. */
const details: readonly string[] = ['workspace_id', 'auth_type', 'account_id', 'databricks_cli_path'];

/** What variables and profile say together. */
export interface Connection {
  readonly settings: Settings;
  /** The profile that was read. */
  readonly profile?: {
    readonly settings: Settings;
    readonly origin: string;
    readonly name: string;
    /** Of the file that it stands in. */
    readonly path: string;
  };
}

/**
 * Reads variables and profile, attribute by attribute, variables first. Unless a profile was asked for by name, a host or
 * a credential in the variables keeps the profiles out (databricks/databricks-sdk-go#304).
 */
export function readConnection(context: TargetContext, who: string, explicit: string | undefined): Result<Connection> {
  const { environment } = context;
  const set = fromVariables(environment);
  const asked = explicit ?? variable(environment, 'DATABRICKS_CONFIG_PROFILE');
  if (asked === undefined && Object.keys(set).some((attribute) => !details.includes(attribute)))
    return ok({ settings: set });
  const file = readConfigFile(conventionalConfigFile(context));
  if (!file.ok) return file;
  const choice = chooseProfile(file.value, environment, explicit);
  const found = findProfile(file.value, choice.name);
  if (found === undefined)
    return choice.asked ? failed(profileMissing(file.value, choice.name, who)) : ok({ settings: set });
  const origin = `profile ${choice.name} in ${file.value.name}`;
  const profile = settingsOfProfile(found, origin);
  return ok({
    settings: { ...profile, ...set },
    profile: { settings: profile, origin, name: choice.name, path: file.value.path },
  });
}

export function settingsOfProfile(profile: Profile, origin: string): Settings {
  return Object.fromEntries(
    Object.entries(profile).map(([attribute, value]) => [attribute, { value, from: 'profile', origin }]),
  );
}

function fromVariables(environment: Environment): Settings {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([attribute, name]) => {
      const value = variable(environment, name);
      return value === undefined
        ? []
        : [[attribute, { value, from: 'variable', origin: `variable ${name}` } satisfies Setting]];
    }),
  );
}
