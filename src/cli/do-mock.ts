import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import {
  databricksConfigOf,
  engineProblem,
  portProblem,
  type SimulatedAccount,
  startSimulatedAccount,
  waiting,
} from '../mock/index.js';
import { type ExitCode, exitCodes } from '../problem/index.js';
import { type FaultFlags, listFaults, optionsOfFault } from './mock-faults.js';
import { sayProblems } from './say.js';
import { watchInterrupts } from './watch-interrupts.js';

const originsInOrder = ['account', 'home', 'second', 'foreign'];

export interface MockFlags extends FaultFlags {
  readonly writeTarget?: string;
  readonly port?: number;
  readonly namesEnforced?: boolean;
  readonly maskDenied?: boolean;
  readonly gatewayDisabled?: boolean;
  /** In milliseconds. */
  readonly pace?: number;
  /** In milliseconds. */
  readonly propagation?: number;
}

/** Serves until it is interrupted, which is how it is meant to end. */
export async function serveMock(flags: MockFlags): Promise<ExitCode> {
  if (flags.listFaults === true) return listFaults();
  const faulty = optionsOfFault(flags);
  if (!faulty.ok) return sayProblems(faulty.problems);
  const { port } = flags;
  const ports = port === undefined ? {} : Object.fromEntries(originsInOrder.map((name, index) => [name, port + index]));
  let account: SimulatedAccount;
  try {
    account = await startSimulatedAccount({
      ports,
      namesEnforced: flags.namesEnforced === true,
      maskDenied: flags.maskDenied === true,
      gatewayDisabled: flags.gatewayDisabled === true,
      ...(flags.pace !== undefined && { pace: waiting(flags.pace) }),
      ...(flags.propagation !== undefined && { propagationMs: flags.propagation }),
      ...faulty.value,
    });
  } catch (error) {
    const problem = portProblem(error);
    if (problem === undefined) throw error;
    return sayProblems([problem]);
  }
  const interrupts = watchInterrupts();
  try {
    if (flags.writeTarget !== undefined) writeTarget(account, flags.writeTarget);
    const engine = engineProblem();
    if (engine !== undefined) sayProblems([engine]);
    process.stdout.write(introduction(account, flags.writeTarget));
    if (!interrupts.signal.aborted) await once(interrupts.signal, 'abort');
    return exitCodes.gateHolds;
  } finally {
    interrupts.stop();
    await account.close();
  }
}

/**
 * Tokens never stand in a target file, those of a simulated account neither: they go into a configuration file beside
 * it, which real clients can use as well.
 */
function writeTarget(account: SimulatedAccount, path: string): void {
  const configFile = configFileOf(path);
  const identities = Object.fromEntries(
    Object.entries(account.targetDocument.identities).map(([name, { token: _token, client: _client, ...rest }]) => [
      name,
      { profile: name, ...rest },
    ]),
  );
  const document = { ...account.targetDocument, 'config-file': `./${basename(configFile)}`, identities };
  writeFileSync(configFile, databricksConfigOf(account), { mode: 0o600 });
  // The mode above does not count for a file that was already there.
  chmodSync(configFile, 0o600);
  writeFileSync(path, stringify(document));
}

function configFileOf(path: string): string {
  return `${path.replace(/\.ya?ml$/, '')}.databrickscfg`;
}

function introduction({ origins }: SimulatedAccount, target: string | undefined): string {
  const lines = Object.entries(origins).map(([name, origin]) => `  ${name.padEnd(8)} ${origin}`);
  const written =
    target === undefined
      ? []
      : [
          `Wrote ${target}, and ${configFileOf(target)} with a profile for every identity.`,
          `Try: gateway-conformance run --target ${target}`,
        ];
  return ['The simulated account is serving:', ...lines, ...written, 'Press Ctrl-C to stop.', ''].join('\n');
}
