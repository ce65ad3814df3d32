import type { HeaderPair } from './exchange.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * How long a response asks to wait, in milliseconds from `now` (epoch milliseconds); undefined when it does not say so
 * in a form that can be read. `retry-after-ms`, which OpenAI's SDKs honour, is finer and goes first. When a header is
 * repeated, the longest of its readable values counts.
 */
export function retryAfter(headers: readonly HeaderPair[], now: number): number | undefined {
  return longest(headers, 'retry-after-ms', number) ?? longest(headers, 'retry-after', (value) => delay(value, now));
}

function longest(
  headers: readonly HeaderPair[],
  name: string,
  read: (value: string) => number | undefined,
): number | undefined {
  const waits = headers
    .filter(([given]) => given.toLowerCase() === name)
    .map(([, value]) => read(value.trim()))
    .filter((wait) => wait !== undefined);
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** RFC 9110 section 10.2.3: seconds or a date. A date in the past asks for no wait. */
function delay(value: string, now: number): number | undefined {
  const seconds = number(value);
  if (seconds !== undefined) return seconds * 1000;
  const date = httpDate(value, now);
  return date === undefined ? undefined : Math.max(0, date - now);
}

/** Whole by the RFC; fractions are sent all the same, and to ignore one would be to come back too soon. */
function number(value: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** The three forms of RFC 9110 section 5.6.7, of which a recipient must read all. */
function httpDate(value: string, now: number): number | undefined {
  const fixed = /^[a-z]{3}, (\d{2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) gmt$/i.exec(value);
  if (fixed) return utc(fixed[3], fixed[2], fixed[1], fixed.slice(4));
  const rfc850 = /^[a-z]{6,9}, (\d{2})-([a-z]{3})-(\d{2}) (\d{2}):(\d{2}):(\d{2}) gmt$/i.exec(value);
  if (rfc850) return utc(fullYear(Number(rfc850[3]), now), rfc850[2], rfc850[1], rfc850.slice(4));
  const asctime = /^[a-z]{3} ([a-z]{3}) ([ \d]\d) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/i.exec(value);
  if (asctime) return utc(asctime[6], asctime[1], asctime[2], asctime.slice(3, 6));
  return undefined;
}

/** A year of two digits that seems more than 50 years ahead is in the past (RFC 9110 section 5.6.7). */
function fullYear(twoDigits: number, now: number): string {
  const thisYear = new Date(now).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + twoDigits;
  return String(year > thisYear + 50 ? year - 100 : year);
}

function utc(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: readonly string[],
): number | undefined {
  const index = months.indexOf(month?.toLowerCase() ?? '');
  const [hours, minutes, seconds] = time.map(Number);
  const date = new Date(Date.UTC(Number(year), index, Number(day), hours, minutes, seconds));
  // Date.UTC carries 31 February over into March.
  const real =
    index >= 0 && date.getUTCMonth() === index && (hours ?? 24) < 24 && (minutes ?? 60) < 60 && (seconds ?? 61) <= 60;
  return real ? date.getTime() : undefined;
}
