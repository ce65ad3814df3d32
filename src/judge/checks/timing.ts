import type { Checks } from '../../spec/index.js';
import type { ExchangeTimes } from '../../wire/index.js';
import type { Received } from '../answered.js';
import { type Finding, fails } from '../finding.js';
import { type Bound, boundFinding, sinceSent } from './bound.js';

type Timing = NonNullable<Checks['timing']>;

const measures: Readonly<
  Record<keyof Timing, { readonly what: string; readonly at: (times: ExchangeTimes) => number | undefined }>
> = {
  'first-byte': { what: 'The first byte', at: ({ firstByte }) => firstByte },
  total: { what: 'The whole answer', at: ({ end }) => end },
};

export function checkTiming(expected: Timing, { exchange: { times } }: Received): readonly Finding[] {
  return (Object.keys(expected) as (keyof Timing)[]).flatMap((name) => {
    const bound = expected[name];
    return bound === undefined ? [] : [timingFinding(name, bound, times)];
  });
}

function timingFinding(name: keyof Timing, bound: Bound, times: ExchangeTimes): Finding {
  const check = `timing.${name}`;
  const { what, at } = measures[name];
  const moment = at(times);
  if (moment !== undefined) return boundFinding(check, what, bound, sinceSent(moment, times));
  return fails(check, `${what} has no recorded time.`, { expected: `under ${bound.under}` });
}
