import { type Environment, variable } from './context.js';
import type { Settings } from './settings.js';

/** The Databricks CLI: where DATABRICKS_CLI_PATH or the profile says, else wherever PATH leads. */
export function programOf(environment: Environment, profile: Settings = {}): string {
  return variable(environment, 'DATABRICKS_CLI_PATH') ?? profile['databricks_cli_path']?.value ?? 'databricks';
}
