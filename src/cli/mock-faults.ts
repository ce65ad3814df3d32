import { type Fault, faults, type NeutralVariant, neutralVariants, nowAndThen } from '../mock/faults/index.js';
import type { SimulatedAccountOptions } from '../mock/index.js';
import { type ExitCode, exitCodes, failed, ok, type Result } from '../problem/index.js';
import { suggestion } from '../spec/index.js';

export interface FaultFlags {
  readonly fault?: string;
  /** From 0 to 1. */
  readonly faultRate?: number;
  readonly listFaults?: boolean;
}

const all: readonly (Fault | NeutralVariant)[] = [...faults, ...neutralVariants];

/** What the flags ask the account to do wrong. */
export function optionsOfFault({ fault: id, faultRate }: FaultFlags): Result<SimulatedAccountOptions> {
  if (id === undefined && faultRate === undefined) return ok({});
  if (id === undefined) {
    const message = '--fault-rate says how often something is wrong, and nothing says what';
    return failed({ code: 'fault.not-found', message, fix: 'add --fault with an id of `mock --list-faults`' });
  }
  const found = all.find((one) => one.id === id);
  if (found === undefined) {
    const ids = all.map((one) => one.id);
    return failed({
      code: 'fault.not-found',
      message: `there is no fault ${id}`,
      fix: suggestion(id, ids, 'see `gateway-conformance mock --list-faults`'),
    });
  }
  const deviate = faultRate === undefined ? found.deviate : nowAndThen(faultRate, found.deviate);
  return ok({ ...('state' in found ? found.state : {}), deviation: deviate() });
}

export function listFaults(): ExitCode {
  const lines = (items: readonly (Fault | NeutralVariant)[]) => {
    const width = Math.max(...items.map(({ id }) => id.length));
    return items.map(({ id, sentence }) => `  ${id.padEnd(width)}  ${sentence}\n`).join('');
  };
  process.stdout.write(`Faults:\n${lines(faults)}\nLegal, but unusual:\n${lines(neutralVariants)}`);
  return exitCodes.gateHolds;
}
