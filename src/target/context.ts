import type { Roles } from '../spec/index.js';

/** The closed lists from which a target takes its words. */
export interface Vocabulary {
  /** The roles that a target may fill. */
  readonly roles: Roles;
  /** The names of the APIs that a model service may answer on. */
  readonly apis: readonly string[];
}

/** What a target is resolved against. */
export interface TargetContext extends Vocabulary {
  /** Variables by name; an empty one counts as missing. */
  readonly environment: Environment;
  /** Where `~` leads. */
  readonly homeDirectory: string;
  /** Where relative paths in a target file start. Default: the folder of the file. */
  readonly directory?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable's value; an empty one counts as missing, as in Databricks' own tools. */
export function variable(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  return value === undefined || value === '' ? undefined : value;
}
