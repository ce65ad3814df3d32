import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phasesOf } from './phases.js';

describe('the phases of an exchange', () => {
  it('are queue, connection, wait and receipt', () => {
    const times = { startedAt: 0, dequeued: 2, connected: 20, firstByte: 400, end: 1000 };
    expect(phasesOf(times)).toEqual([
      { name: 'queued', from: 0, to: 2 },
      { name: 'connecting', from: 2, to: 20 },
      { name: 'waiting', from: 20, to: 400 },
      { name: 'receiving', from: 400, to: 1000 },
    ]);
  });

  it('end where a fault ended it', () => {
    expect(phasesOf({ startedAt: 0, dequeued: 0, end: 30 })).toEqual([{ name: 'connecting', from: 0, to: 30 }]);
    expect(phasesOf({ startedAt: 0, end: 5 })).toEqual([{ name: 'queued', from: 0, to: 5 }]);
  });

  it('add up to the whole, without a hole', () => {
    const sorted = fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(sorted, fc.nat(3), ([dequeued = 0, connected = 0, firstByte = 0, end = 0], known) => {
        const phases = phasesOf({
          startedAt: 0,
          ...(known > 0 ? { dequeued } : {}),
          ...(known > 1 ? { connected } : {}),
          ...(known > 2 ? { firstByte } : {}),
          end,
        });
        expect(phases.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(end);
        for (const [index, { from }] of phases.entries()) expect(from).toBe(phases[index - 1]?.to ?? 0);
      }),
    );
  });
});
