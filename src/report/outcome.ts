import type { ExchangeEvent, Finding, InstanceRecord, Journal } from '../journal/index.js';
import { shortened, visibleLine } from './visible.js';

const longestHeadline = 2_000;

/** The findings that made the verdict what it is. */
export function brokenFindings(instance: Pick<InstanceRecord, 'findings'>): readonly Finding[] {
  return instance.findings.filter(({ holds }) => !holds);
}

/** ` (step 2, /choices/0)`: where in the exchanges a finding was made; empty when it doesn't say. */
export function whereOf({ step, where }: Finding): string {
  const parts = [step, where].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? '' : ` (${visibleLine(parts.join(', '))})`;
}

/** One line on why an instance has its verdict; for one that needs no reason, what it is about. */
export function headlineOf(instance: InstanceRecord): string {
  const broken = brokenFindings(instance);
  const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
  const message = broken[0] === undefined ? (instance.reason?.message ?? instance.title) : broken[0].message;
  // Cut before it is looked through: a gateway may have written megabytes of it.
  return shortened(visibleLine(shortened(message, 2 * longestHeadline)), longestHeadline) + more;
}

/** What went wrong in its own right: not what was merely left over when the run stopped. */
export function failuresOf({ instances }: Journal): readonly InstanceRecord[] {
  return instances.filter(
    (instance) => (instance.verdict === 'failed' || instance.verdict === 'error') && !isLeftOver(instance),
  );
}

/** It was to run, and the run stopped before it began. */
export function isLeftOver({ settled, startedAt }: InstanceRecord): boolean {
  return !settled && startedAt === undefined;
}

/** Attempts that were followed by another because of a fault or a refusal; polling until something settles is no such thing. */
export function repeatedAttempts(instance: InstanceRecord): readonly ExchangeEvent[] {
  return instance.exchanges.filter(({ retried }) => retried !== undefined && retried !== 'eventually');
}

/** `POST https://… -> 200`, or the fault. */
export function exchangeLine({ step, attempt, identity, exchange }: ExchangeEvent): string {
  const { request, response, fault } = exchange;
  const answer = [response?.status, fault === undefined ? undefined : `${fault.code} (${fault.message})`]
    .filter((part) => part !== undefined)
    .join(', ');
  const again = attempt > 1 ? `, attempt ${attempt}` : '';
  return visibleLine(`${step}${again}: ${request.method} ${request.url} as ${identity} -> ${answer}`);
}
