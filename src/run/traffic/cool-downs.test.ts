import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../wire/index.js';
import { createCoolDowns } from './cool-downs.js';

const request = { method: 'POST', url: 'http://gateway.test/', headers: [] };
function answer(status: number, retryAfter?: string): Exchange {
  const headers = retryAfter === undefined ? [] : ([['Retry-After', retryAfter]] as const);
  return { request, response: { status, headers, body: new Uint8Array() }, times: { startedAt: 0, end: 1 } };
}

function coolDowns() {
  const clock = { at: 1_000_000, now: () => clock.at, random: () => 0, sleep: () => Promise.resolve() };
  return { clock, known: createCoolDowns(clock) };
}

describe('a cool-down', () => {
  it('begins with a refusal for quota, and only for requests that draw on that quota', () => {
    const { clock, known } = coolDowns();
    known.note('home a', answer(429), clock.now());
    expect(known.remaining('home a')).toBe(500);
    expect(known.remaining('home b')).toBe(0);
    expect(known.remaining('second a')).toBe(0);
  });

  it('lasts as long as the refusal asks for', () => {
    const { clock, known } = coolDowns();
    known.note('a', answer(429, '7'), clock.now());
    expect(known.remaining('a')).toBe(7_000);
    clock.at += 6_999;
    expect(known.remaining('a')).toBe(1);
    clock.at += 1;
    expect(known.remaining('a')).toBe(0);
  });

  it('grows with each refusal of a request that had waited, up to a bound', () => {
    const { clock, known } = coolDowns();
    const waits = Array.from({ length: 8 }, () => {
      clock.at += known.remaining('a');
      known.note('a', answer(429), clock.now());
      return known.remaining('a');
    });
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
  });

  it('counts requests that were under way together as refused once', () => {
    const { clock, known } = coolDowns();
    const sentAt = clock.now();
    clock.at += 100;
    for (let refused = 0; refused < 8; refused += 1) known.note('a', answer(429), sentAt);
    expect(known.remaining('a')).toBe(500);
    known.note('a', answer(429, '3'), sentAt);
    known.note('a', answer(429, '2'), sentAt);
    expect(known.remaining('a')).toBe(3_000);
  });

  it('is forgotten with an answer to a request that was sent after it, and not before', () => {
    const { clock, known } = coolDowns();
    const early = clock.now() - 50;
    known.note('a', answer(429), clock.now());
    known.note('a', answer(200), early);
    expect(known.remaining('a')).toBe(500);
    clock.at += 500;
    known.note('a', answer(200), clock.now());
    known.note('a', answer(429), clock.now());
    expect(known.remaining('a')).toBe(500);
  });

  it('is not ended by a fault of the network', () => {
    const { clock, known } = coolDowns();
    known.note('a', answer(429), clock.now());
    clock.at += 500;
    const fault = { code: 'reset', message: 'reset', beforeResponse: true } as const;
    known.note('a', { request, fault, times: { startedAt: 0, end: 1 } }, clock.now());
    known.note('a', answer(429), clock.now());
    expect(known.remaining('a')).toBe(1_000);
  });
});
