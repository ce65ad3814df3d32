import { recordExchange } from '../journal/index.js';
import { answered } from '../judge/index.js';
import type { Sending } from '../spec/index.js';
import type { Waits } from '../wire/index.js';
import type { RunContext } from './context.js';
import { performStatement } from './perform-statement.js';
import { type Performed, senderName } from './performed.js';
import type { Scope } from './scope.js';
import { type SendHow, sendAction } from './send-action.js';

/** Does what an action says. Rejects with a stop when its sender's token cannot be had. */
export async function perform(action: Sending, scope: Scope, how: SendHow, context: RunContext): Promise<Performed> {
  if (action.kind === 'sql') return performStatement(action, scope, how, context);
  const { attempts, sender, api, last, held } = await sendAction(action, scope, how, context);
  return {
    answered: answered(last, api),
    attempts,
    identity: senderName(sender),
    ...(held === undefined ? {} : { stopped: held }),
  };
}

/** Whether the network failed on the way to the answer. */
export function hasRecovered({ attempts }: Performed): boolean {
  return attempts.slice(0, -1).some(({ exchange }) => exchange.fault !== undefined);
}

export interface RecordedAs {
  readonly instance: string;
  readonly step: string;
  /** How many attempts the step has made before these. */
  readonly before: number;
  /** The step is tried again, because what it waits for has not come about. */
  readonly again: boolean;
}

/** Writes every attempt to the journal. */
export function recordAttempts(
  { attempts, identity }: Performed,
  { instance, step, before, again }: RecordedAs,
  context: RunContext,
): void {
  for (const [index, { exchange, retried, waits, part }] of attempts.entries()) {
    const why = retried ?? (again ? 'eventually' : undefined);
    context.emit({
      event: 'exchange',
      instance,
      at: context.elapsed(),
      step: part === undefined ? step : `${step}, ${part}`,
      attempt: before + index + 1,
      ...(why === undefined ? {} : { retried: why }),
      ...(waits === undefined ? {} : { waits: roundedWaits(waits) }),
      identity,
      exchange: recordExchange(exchange),
    });
  }
}

function roundedWaits(waits: Waits): Waits {
  return Object.fromEntries(Object.entries(waits).map(([why, milliseconds]) => [why, Math.round(milliseconds)]));
}
