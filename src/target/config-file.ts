import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'ini';
import { failed, ok, type Place, type Result } from '../problem/index.js';
import { type TargetContext, variable } from './context.js';

/** The attributes of one profile, such as `host` and `token`. */
export type Profile = Readonly<Record<string, string>>;

/** A `.databrickscfg` file. A default file that does not exist has no profiles. */
export interface ConfigFile {
  /** How messages call the file. */
  readonly name: string;
  readonly path: string;
  readonly profiles: ReadonlyMap<string, Profile>;
}

/** Where to look, and whether somebody asked for exactly this file. */
export interface ConfigFileLocation {
  readonly path: string;
  readonly name: string;
  readonly explicit: boolean;
  /** Where the path was written, when that was in a file. */
  readonly place?: Place;
}

/** DATABRICKS_CONFIG_FILE, or `~/.databrickscfg`. */
export function conventionalConfigFile({
  environment,
  homeDirectory,
}: Pick<TargetContext, 'environment' | 'homeDirectory'>): ConfigFileLocation {
  const named = variable(environment, 'DATABRICKS_CONFIG_FILE');
  return named === undefined
    ? { path: join(homeDirectory, '.databrickscfg'), name: '~/.databrickscfg', explicit: false }
    : { path: expandHome(named, homeDirectory), name: named, explicit: true };
}

/** The `config-file` of a target file, which is relative to that file. */
export function writtenConfigFile(
  written: string,
  directory: string,
  homeDirectory: string,
  place: Place,
): ConfigFileLocation {
  return { path: resolve(directory, expandHome(written, homeDirectory)), name: written, explicit: true, place };
}

function expandHome(path: string, homeDirectory: string): string {
  return path === '~' || /^~[/\\]/.test(path) ? join(homeDirectory, path.slice(1)) : path;
}

export function readConfigFile({ path, name, explicit, place }: ConfigFileLocation): Result<ConfigFile> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !explicit) return ok({ name, path, profiles: new Map() });
    return failed({
      code: 'file.unreadable',
      message:
        code === 'ENOENT'
          ? `the configuration file ${name} does not exist`
          : `the configuration file ${name} could not be read (${code})`,
      ...(place === undefined ? {} : { place }),
      fix:
        place === undefined
          ? 'mend the path in DATABRICKS_CONFIG_FILE, or unset it to use ~/.databrickscfg'
          : 'check the path: it is relative to the target file',
    });
  }
  return ok({ name, path, profiles: parseConfigFile(text) });
}

/**
 * Reads profiles as Databricks' own tools do: keys before the first section belong to DEFAULT, and no profile inherits
 * from DEFAULT (databricks/databricks-cli#107).
 */
export function parseConfigFile(text: string): ReadonlyMap<string, Profile> {
  const document: Record<string, unknown> = parse(
    `[DEFAULT]\n${text
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\r|\n/)
      .map(iniLine)
      .join('\n')}`,
  );
  return new Map(Object.entries(document).map(([name, section]) => [name, attributes(section)]));
}

/**
 * A line as the INI library reads it. It would nest sections at their dots, which host names have; end values at a `#`
 * without a space before it, which is part of the value (databricks/databricks-sdk-go#594); and read what stands in
 * single quotes as JSON, which rounds long ids.
 */
function iniLine(line: string): string {
  const trimmed = line.trim();
  if (/^\[.*\]$/.test(trimmed)) return trimmed.replaceAll('.', '\\.');
  // `key: value` is legal as well: Databricks' older tools wrote with Python's configparser.
  const assignment = /^([^=:;#]+?)\s*[=:]\s*(.*)$/.exec(trimmed);
  if (assignment === null) return trimmed;
  const [, key = '', value = ''] = assignment;
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return `${key} = ${quoted === null ? value.replace(/\\|(?<=\S)[;#]/g, '\\$&') : JSON.stringify(quoted[2])}`;
}

function attributes(section: unknown): Profile {
  const entries = typeof section === 'object' && section !== null ? Object.entries(section) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}
