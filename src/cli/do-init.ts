import { existsSync, writeFileSync } from 'node:fs';
import { askAccount, type CiSystem, type Known, nothingKnown, targetTemplate } from '../init/index.js';
import { type ExitCode, exitCodes, failed, ok, type Result } from '../problem/index.js';
import type { Target } from '../target/index.js';
import { openContracts } from './open-contracts.js';
import { openLibrary } from './open-library.js';
import { readTarget } from './open-target.js';
import { readTool } from './package-root.js';
import { sayProblems } from './say.js';
import { watchInterrupts } from './watch-interrupts.js';
import { objectionToCi, writeCi } from './write-ci.js';

export interface InitFlags {
  readonly ask?: boolean;
  readonly schema: string;
  readonly ci?: CiSystem;
}

export async function init(file: string, flags: InitFlags): Promise<ExitCode> {
  const { ask = false, ci } = flags;
  const objection = ci === undefined ? undefined : objectionToCi(ci, file);
  if (objection !== undefined) return sayProblems([objection]);
  // A workflow is for the target that is there; nothing is asked for one that would not be written.
  const isThere = ci !== undefined && !ask && existsSync(file);
  const target = isThere ? ok(`${file} stays as it is.`) : await writeTarget(file, flags);
  if (!target.ok) return sayProblems(target.problems);
  process.stdout.write(`${target.value}\n`);
  const workflow = ci === undefined ? ok([]) : await writeWorkflow(ci, file);
  if (!workflow.ok) return sayProblems(workflow.problems);
  for (const sentence of workflow.value) process.stdout.write(`${sentence}\n`);
  process.stdout.write(`Next: gateway-conformance doctor --target ${file}\n`);
  return exitCodes.gateHolds;
}

/** Gives the sentence that says so. */
async function writeTarget(file: string, { ask = false, schema, ci }: InitFlags): Promise<Result<string>> {
  const known = ask ? await askWorkspace(schema, ci !== undefined) : ok(nothingKnown);
  if (!known.ok) return known;
  try {
    writeFileSync(file, targetTemplate(known.value), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const message = `the target file can't be written: ${error.message}`;
    return failed({ code: 'target.unwritable', message, fix: 'name another file' });
  }
  return ok(`Wrote ${file}. Fill in what is written in capitals.`);
}

/** Gives the sentences that say so, and what is still to be done. */
async function writeWorkflow(ci: CiSystem, file: string): Promise<Result<readonly string[]>> {
  const written = await writeCi(ci, file);
  if (!written.ok) return written;
  const { file: workflow, onThisMachine } = written.value;
  return ok([
    `Wrote ${workflow.path}. To do: ${workflow.toDo}.`,
    ...onThisMachine.map(
      (role) =>
        `The credential of the identity ${role} is on this machine only: write \`token: { env: NAME }\` for it.`,
    ),
  ]);
}

async function askWorkspace(schema: string, forCi: boolean): Promise<Result<Known>> {
  const library = await openLibrary();
  if (!library.ok) return library;
  const target = await readTarget('env', library.value.roles, process.env);
  if (!target.ok) return target;
  const interrupts = watchInterrupts();
  try {
    return await askAccount(schema, credentialOf(target.value, process.env['DATABRICKS_CONFIG_PROFILE'], forCi), {
      target: target.value,
      apis: openContracts(),
      tool: readTool(),
      signal: interrupts.signal,
    });
  } finally {
    interrupts.stop();
  }
}

/** A reference to the credential that was just used; never the credential. A CI system has neither profile nor login. */
function credentialOf({ identities }: Target, profile: string | undefined, forCi: boolean): string {
  if (profile !== undefined && profile !== '' && !forCi) return `profile: ${JSON.stringify(profile)}`;
  const credential = identities['default']?.credential;
  switch (credential?.kind) {
    case 'client':
      return `client: { id: ${JSON.stringify(credential.id)}, secret: { env: DATABRICKS_CLIENT_SECRET } }`;
    case 'cli':
      return forCi ? nothingKnown.credential : 'cli: true';
    default:
      return nothingKnown.credential;
  }
}
