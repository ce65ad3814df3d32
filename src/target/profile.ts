import type { Place, Problem } from '../problem/index.js';
import { suggestion } from '../spec/index.js';
import type { ConfigFile, Profile } from './config-file.js';
import { type Environment, variable } from './context.js';

/** The section of a configuration file that holds the command line's own settings, and is no profile. */
const settingsSection = '__settings__';

/** A profile by name; `asked` when somebody named it, so that it must exist. */
export interface ProfileChoice {
  readonly name: string;
  readonly asked: boolean;
}

/**
 * Which profile counts: the one asked for, DATABRICKS_CONFIG_PROFILE, `default_profile` of `[__settings__]`, DEFAULT.
 * A `default_profile` that names the settings themselves is no profile (databricks/cli#4761).
 */
export function chooseProfile(file: ConfigFile, environment: Environment, explicit: string | undefined): ProfileChoice {
  const named = explicit ?? variable(environment, 'DATABRICKS_CONFIG_PROFILE');
  if (named !== undefined) return { name: named, asked: true };
  const preset = file.profiles.get(settingsSection)?.['default_profile'];
  if (preset !== undefined && preset !== settingsSection) return { name: preset, asked: true };
  return { name: 'DEFAULT', asked: false };
}

/** A profile without attributes is as good as none. */
export function findProfile(file: ConfigFile, name: string): Profile | undefined {
  const profile = name === settingsSection ? undefined : file.profiles.get(name);
  return profile === undefined || Object.keys(profile).length === 0 ? undefined : profile;
}

export function profileMissing(file: ConfigFile, name: string, who: string, place?: Place): Problem {
  const known = [...file.profiles.keys()].filter((profile) => findProfile(file, profile) !== undefined);
  return {
    code: 'target.profile-missing',
    message: `${who} needs profile \`${name}\`, which ${file.name} does not have`,
    ...(place === undefined ? {} : { place }),
    fix: howToMend(file, name, known),
  };
}

function howToMend(file: ConfigFile, name: string, known: Iterable<string>): string {
  if (name === settingsSection) return `name a profile: [${settingsSection}] holds settings of the command line`;
  return suggestion(name, known, `add a section [${name}] with \`host\` and \`token\` to ${file.name}`);
}
