import type { ExchangeRecord } from '../../../../journal/index.js';

/** A part of the time that an exchange took. `from` and `to` are its own milliseconds. */
export interface Phase {
  readonly name: 'queued' | 'connecting' | 'waiting' | 'receiving';
  readonly from: number;
  readonly to: number;
}

/** What an exchange did when, without a hole and without what took no time. What never began is not there. */
export function phasesOf({ dequeued, connected, firstByte, end }: ExchangeRecord['times']): readonly Phase[] {
  const begins: readonly (readonly [Phase['name'], number | undefined])[] = [
    ['queued', 0],
    ['connecting', dequeued],
    ['waiting', connected],
    ['receiving', firstByte],
  ];
  const begun = begins.flatMap(([name, from]) => (from === undefined ? [] : [{ name, from: Math.min(from, end) }]));
  return begun
    .map(({ name, from }, index) => ({ name, from, to: Math.max(from, begun[index + 1]?.from ?? end) }))
    .filter(({ from, to }) => to > from);
}
