import type { Deviate, Deviation } from '../../deviation/deviation.js';
import type { Decisions } from '../../gateway/gateway.js';

/**
 * Lets a deviation happen to a share of the requests to models only, evenly: with 0.05 to each 20th. What is wrong with
 * the account itself, with its grants or with what the model notes cannot come and go, and stays.
 */
export function nowAndThen(rate: number, deviate: Deviate): Deviate {
  return () => sometimes(deviate(), counter(rate));
}

function counter(rate: number): () => boolean {
  let count = 0;
  return () => {
    count += 1;
    return Math.floor(count * rate) > Math.floor((count - 1) * rate);
  };
}

function sometimes(deviation: Deviation, isTurn: () => boolean): Deviation {
  switch (deviation.at) {
    case 'account':
    case 'grants':
    case 'upstream-log':
      return deviation;
    case 'decision':
      return { at: 'decision', change: (usual) => alternating(usual, deviation.change(usual), isTurn) };
    case 'model-request':
      return { at: 'model-request', change: (body, api) => (isTurn() ? deviation.change(body, api) : body) };
    case 'message':
      return {
        at: 'message',
        change: (message, asked) => (asked.api !== undefined && isTurn() ? deviation.change(message, asked) : message),
      };
    case 'events':
      return {
        at: 'events',
        change: (events, asked) => (asked.api !== undefined && isTurn() ? deviation.change(events, asked) : events),
      };
    case 'wire':
      return {
        at: 'wire',
        change: (usual, asked) => (asked.api !== undefined && isTurn() ? deviation.change(usual, asked) : usual),
      };
    default:
      return deviation satisfies never;
  }
}

type AnyDecision = (...asked: readonly unknown[]) => unknown;

function alternating(usual: Decisions, changed: Partial<Decisions>, isTurn: () => boolean): Partial<Decisions> {
  const entries = Object.entries(changed).map(([name, decision]) => {
    const [otherwise, asUsual] = [decision, usual[name as keyof Decisions]] as unknown as [AnyDecision, AnyDecision];
    return [name, (...asked: readonly unknown[]) => (isTurn() ? otherwise(...asked) : asUsual(...asked))];
  });
  return Object.fromEntries(entries) as Partial<Decisions>;
}
