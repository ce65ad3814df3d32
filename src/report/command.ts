import type { ExchangeEvent, InstanceRecord } from '../journal/index.js';
import { curlOf } from './curl.js';
import { brokenFindings } from './outcome.js';
import { visibleLine } from './visible.js';

type Sent = Pick<InstanceRecord, 'exchanges' | 'findings'>;

/**
 * The request that a broken finding is about, else the last, as a command; with a comment on which it is when there were several.
 * Undefined when nothing was sent, when the journal keeps no more than a summary of it, or when the command would be longer than `most` characters.
 */
export function commandOf(instance: Sent, most: number): string | undefined {
  const { exchanges } = instance;
  const chosen = tellingExchange(instance);
  if (chosen === undefined || chosen.summary === true) return undefined;
  if ((chosen.exchange.request.body?.bytes ?? 0) > most) return undefined;
  const command = `${exchanges.length > 1 ? commentOf(chosen) : ''}${curlOf(chosen.exchange)}`;
  return command.length > most ? undefined : command;
}

/** The last attempt of the step in which the first broken finding was made that names one. */
export function tellingExchange(instance: Sent): ExchangeEvent | undefined {
  const { exchanges } = instance;
  const step = brokenFindings(instance).find((finding) => finding.step !== undefined)?.step;
  return exchanges.filter((event) => event.step === step).at(-1) ?? exchanges.at(-1);
}

function commentOf({ step, identity }: ExchangeEvent): string {
  return `# ${visibleLine(step)}, as ${visibleLine(identity)}\n`;
}
