import { type Checks, parseDuration } from '../../spec/index.js';
import type { ExchangeTimes } from '../../wire/index.js';
import type { Received } from '../answered.js';
import { type Finding, fails, holds } from '../finding.js';

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
    return bound === undefined ? [] : [boundFinding(name, bound.under, times)];
  });
}

function boundFinding(name: keyof Timing, under: string, times: ExchangeTimes): Finding {
  const check = `timing.${name}`;
  const { what, at } = measures[name];
  const limit = parseDuration(under);
  const moment = at(times);
  if (limit === undefined) return fails(check, `${under} is no duration.`);
  if (moment === undefined) return fails(check, `${what} has no recorded time.`, { expected: `under ${under}` });
  // Waiting in the harness's own queue is not the gateway's doing.
  const taken = Math.round(moment - (times.dequeued ?? 0));
  if (taken < limit) return holds(check, `${what} took ${taken} ms.`);
  return fails(check, `${what} took ${taken} ms; expected less than ${under}.`, {
    expected: `under ${under}`,
    found: taken,
  });
}
