import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exchangeEvent,
  exchangeRecord,
  finishedEvent,
  journalOf,
  plannedEvent,
  runEvent,
} from '../../../../journal/testing/make-events.js';
import { barsOf, type TimelineBar } from './bar.js';
import { packLanes } from './lanes.js';
import { barAt, drawingOf, layoutOf } from './layout.js';
import { ticksOf, tickWords } from './ticks.js';
import { moved, windowWithin, zoomed } from './window.js';

const span = fc.tuple(fc.nat(1000), fc.nat(200)).map(([from, length]) => ({ from, to: from + length }));
const bar = (id: string, from: number, to: number, over: Partial<TimelineBar> = {}): TimelineBar => ({
  id,
  verdict: 'passed',
  from,
  to,
  ...over,
});

describe('lanes', () => {
  it('hold no two spans that overlap', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const { lanes } = packLanes(spans);
        for (const [a, one] of spans.entries())
          for (const [b, other] of spans.entries())
            if (a < b && lanes[a] === lanes[b]) expect(one.to <= other.from || other.to <= one.from).toBe(true);
      }),
    );
  });

  it('are as few as happen at once', () => {
    fc.assert(
      fc.property(
        fc.array(
          span.filter(({ from, to }) => to > from),
          { minLength: 1 },
        ),
        (spans) => {
          const atOnce = Math.max(
            ...spans.map(({ from }) => spans.filter((one) => one.from <= from && from < one.to).length),
          );
          expect(packLanes(spans).count).toBe(atOnce);
        },
      ),
    );
  });
});

describe('ticks', () => {
  it('are round, within the window, and no more than asked for', () => {
    fc.assert(
      fc.property(
        fc.nat(1e7),
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 20 }),
        (from, length, most) => {
          const ticks = ticksOf(from, from + length, most);
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          for (const tick of ticks) expect(tick >= from && tick <= from + length).toBe(true);
        },
      ),
    );
  });

  it('say what they are', () => {
    expect([0, 250, 1500, 60_000, 150_000].map(tickWords)).toEqual(['0 s', '250 ms', '1.5 s', '1 min', '2 min 30 s']);
  });
});

describe('a window', () => {
  const whole = { from: 0, to: 1000 };

  it('stays within the run', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2000, max: 2000, noNaN: true }),
        fc.double({ min: 0, max: 3000, noNaN: true }),
        (from, length) => {
          const window = windowWithin({ from, to: from + length }, whole);
          expect(window.from).toBeGreaterThanOrEqual(0);
          expect(window.to).toBeLessThanOrEqual(1000 + 1e-9);
          expect(window.to).toBeGreaterThan(window.from);
        },
      ),
    );
  });

  it('shows less around what is pointed at, and moves by parts of itself', () => {
    expect(zoomed(whole, 0.5, whole, 0)).toEqual({ from: 0, to: 500 });
    expect(moved({ from: 0, to: 500 }, 0.5, whole)).toEqual({ from: 250, to: 750 });
    expect(moved({ from: 500, to: 1000 }, 0.5, whole)).toEqual({ from: 500, to: 1000 });
  });
});

describe('the bars of a run', () => {
  it('are those that began, with their waits right before what was sent', () => {
    const run = runEvent({ startedAt: '2026-11-20T09:30:00.000Z' });
    const times = { startedAt: Date.parse(run.startedAt) + 900, end: 50 };
    const journal = journalOf(
      [
        plannedEvent('a'),
        plannedEvent('never'),
        { event: 'started', instance: 'a', at: 100 },
        exchangeEvent('a', { waits: { quota: 300, retry: 200 }, exchange: exchangeRecord({ times }) }),
        finishedEvent('a', 'passed', { durationMs: 850 }),
      ],
      run,
    );
    expect(barsOf(journal.instances, run.startedAt)).toEqual([
      {
        id: 'a',
        verdict: 'passed',
        from: 100,
        to: 950,
        waits: [
          { from: 600, to: 900, why: 'quota' },
          { from: 400, to: 600, why: 'retry' },
        ],
      },
    ]);
  });
});

describe('the picture', () => {
  const runs = [
    { name: 'shard 1', bars: [bar('a', 0, 100), bar('b', 50, 150, { verdict: 'failed' })] },
    { name: 'shard 2', bars: [bar('c', 0, 20)] },
  ];

  it('stacks runs and finds what is pointed at', () => {
    const layout = layoutOf(runs);
    expect(layout.bands.map(({ lanes }) => lanes)).toEqual([2, 1]);
    for (const placed of layout.bars) {
      expect(barAt(layout, (placed.from + placed.to) / 2, placed.y + 1, 0)?.id).toBe(placed.id);
    }
    expect(barAt(layout, 149, layout.bands[1]?.y ?? 0, 0)).toBeUndefined();
  });

  it('draws each verdict once, and only what is in the window', () => {
    const layout = layoutOf(runs);
    expect(
      drawingOf(layout, { from: 0, to: 200 }, 800)
        .paths.map(({ verdict }) => verdict)
        .sort(),
    ).toEqual(['failed', 'passed']);
    expect(drawingOf(layout, { from: 110, to: 200 }, 800).paths.map(({ verdict }) => verdict)).toEqual(['failed']);
  });

  it('of ten thousand bars in a thousand pixels is small', () => {
    const bars = Array.from({ length: 10_000 }, (_, index) => bar(`n${index}`, index * 10, index * 10 + 40));
    const layout = layoutOf([{ name: 'run', bars }]);
    const { paths, glyphs } = drawingOf(layout, layout.whole, 1000);
    expect(paths.map(({ path }) => path).join('').length).toBeLessThan(200_000);
    expect(glyphs).toEqual([]);
  });
});
