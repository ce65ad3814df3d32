import { writeFileSync } from 'node:fs';
import { askAccount, type Known, nothingKnown, targetTemplate } from '../init/index.js';
import { type ExitCode, exitCodes, ok, type Result } from '../problem/index.js';
import type { Target } from '../target/index.js';
import { openContracts } from './open-contracts.js';
import { openLibrary } from './open-library.js';
import { readTarget } from './open-target.js';
import { readTool } from './package-root.js';
import { sayProblems } from './say.js';
import { watchInterrupts } from './watch-interrupts.js';

export interface InitFlags {
  readonly ask?: boolean;
  readonly schema: string;
}

export async function init(file: string, { ask, schema }: InitFlags): Promise<ExitCode> {
  const known = ask === true ? await askWorkspace(schema) : ok(nothingKnown);
  if (!known.ok) return sayProblems(known.problems);
  try {
    writeFileSync(file, targetTemplate(known.value), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const message = `the target file can't be written: ${error.message}`;
    return sayProblems([{ code: 'target.unwritable', message, fix: 'name another file' }]);
  }
  process.stdout.write(
    `Wrote ${file}. Fill in what is written in capitals.\nNext: gateway-conformance doctor --target ${file}\n`,
  );
  return exitCodes.gateHolds;
}

async function askWorkspace(schema: string): Promise<Result<Known>> {
  const library = await openLibrary();
  if (!library.ok) return library;
  const target = await readTarget('env', library.value.roles, process.env);
  if (!target.ok) return target;
  const interrupts = watchInterrupts();
  try {
    return await askAccount(schema, credentialOf(target.value, process.env['DATABRICKS_CONFIG_PROFILE']), {
      target: target.value,
      apis: openContracts(),
      tool: readTool(),
      signal: interrupts.signal,
    });
  } finally {
    interrupts.stop();
  }
}

/** A reference to the credential that was just used; never the credential. */
function credentialOf({ identities }: Target, profile: string | undefined): string {
  if (profile !== undefined && profile !== '') return `profile: ${JSON.stringify(profile)}`;
  const credential = identities['default']?.credential;
  switch (credential?.kind) {
    case 'client':
      return `client: { id: ${JSON.stringify(credential.id)}, secret: { env: DATABRICKS_CLIENT_SECRET } }`;
    case 'cli':
      return 'cli: true';
    default:
      return nothingKnown.credential;
  }
}
