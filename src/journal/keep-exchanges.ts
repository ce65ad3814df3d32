import type { ExchangeEvent, FinishedEvent, JournalEvent } from './events.js';
import { summariseExchange } from './summarise-exchange.js';
import type { EventSink } from './write-journal.js';

/** Whose exchanges are kept in full: of all instances, of those that did not go as they should, of none. */
export type KeptExchanges = 'all' | 'failed' | 'none';

/** How much may wait for verdicts, all instances together: about as many bytes. */
const mostHeld = 16 * 1024 * 1024;

/** What the lists and names of an exchange weigh beside its bodies, at most in nearly all cases. */
const weightOfRest = 2_000;
const weightOfPiece = 32;

/**
 * A journal that keeps the exchanges of some instances in full and sums up the others. With `failed` an instance's
 * exchanges wait in memory for its verdict; those of one that finds no more room there are kept in full, whatever it
 * comes to. So are those of an instance that never finishes, unless the process is killed.
 */
export function keepExchanges<Writer extends EventSink & { close(): void }>(
  journal: Writer,
  whose: KeptExchanges,
  most = mostHeld,
): Writer {
  if (whose === 'all') return journal;
  /** By instance: what waits, or nothing more when it is kept in full already. */
  const held = new Map<string, ExchangeEvent[] | 'kept'>();
  let weight = 0;

  function hold(event: ExchangeEvent): void {
    const waiting = held.get(event.instance) ?? [];
    if (waiting === 'kept') {
      journal.write(event);
      return;
    }
    waiting.push(event);
    held.set(event.instance, waiting);
    weight += weightOf(event);
    if (weight <= most) return;
    release(event.instance, false);
    held.set(event.instance, 'kept');
  }

  function release(instance: string, inBrief: boolean): void {
    const waiting = held.get(instance) ?? [];
    held.delete(instance);
    if (waiting === 'kept') return;
    for (const event of waiting) {
      weight -= weightOf(event);
      journal.write(inBrief ? summariseExchange(event) : event);
    }
  }

  const releaseAll = () => {
    for (const instance of [...held.keys()]) release(instance, false);
  };
  // Before the journal itself writes its last lines.
  process.prependOnceListener('exit', releaseAll);
  return {
    ...journal,
    write(event: JournalEvent) {
      if (event.event === 'exchange' && whose === 'failed') {
        hold(event);
        return;
      }
      if (event.event === 'finished') release(event.instance, wentAsItShould(event));
      if (event.event === 'ended') releaseAll();
      journal.write(event.event === 'exchange' ? summariseExchange(event) : event);
    },
    close() {
      process.off('exit', releaseAll);
      try {
        releaseAll();
      } finally {
        journal.close();
      }
    },
  };
}

function wentAsItShould({ verdict, flaky }: FinishedEvent): boolean {
  return (verdict === 'passed' || verdict === 'observed') && flaky !== true;
}

function weightOf({ exchange: { request, response, times } }: ExchangeEvent): number {
  const bodies = [request.body, response?.body].map((body) => {
    if (body === undefined || body.kind === 'empty') return 0;
    return body.kind === 'text' ? body.text.length : body.base64.length;
  });
  return bodies.reduce((sum, length) => sum + length, weightOfRest + weightOfPiece * (times.pieces?.length ?? 0));
}
