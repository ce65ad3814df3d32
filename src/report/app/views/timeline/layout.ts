import type { Verdict } from '../../../../journal/index.js';
import type { TimelineBar, TimelineRun } from './bar.js';
import { packLanes } from './lanes.js';
import type { Window } from './window.js';

export interface PlacedBar extends TimelineBar {
  readonly run: number;
  /** From the top of the whole picture, all runs counted. */
  readonly y: number;
}

export interface TimelineLayout {
  /** By their beginning. */
  readonly bars: readonly PlacedBar[];
  readonly bands: readonly {
    readonly name: string;
    readonly y: number;
    readonly height: number;
    readonly lanes: number;
  }[];
  readonly laneHeight: number;
  readonly height: number;
  readonly whole: Window;
}

const bandTitle = 18;
const bandSpace = 6;
const tallest = 16;
const lowest = 3;
/** Of all lanes together, as long as the lowest lanes leave it. */
const roughHeight = 420;

/** Where everything stands that does not depend on what part of the time is shown. */
export function layoutOf(runs: readonly TimelineRun[]): TimelineLayout {
  const packed = runs.map(({ bars }) => packLanes(bars));
  const lanes = packed.reduce((sum, { count }) => sum + count, 0);
  const laneHeight = Math.max(lowest, Math.min(tallest, Math.floor(roughHeight / Math.max(1, lanes))));
  const title = runs.length > 1 ? bandTitle : 0;
  let y = 0;
  const bands = runs.map(({ name }, index) => {
    const count = packed[index]?.count ?? 0;
    const band = { name, y, height: title + Math.max(1, count) * laneHeight, lanes: count };
    y += band.height + bandSpace;
    return band;
  });
  const bars = runs.flatMap((run, index) =>
    run.bars.map((bar, at): PlacedBar => {
      const lane = packed[index]?.lanes[at] ?? 0;
      return { ...bar, run: index, y: (bands[index]?.y ?? 0) + title + lane * laneHeight };
    }),
  );
  bars.sort((a, b) => a.from - b.from || a.y - b.y);
  let last = 0;
  for (const { to } of bars) last = Math.max(last, to);
  return {
    bars,
    bands,
    laneHeight,
    height: Math.max(laneHeight, y - bandSpace),
    whole: { from: 0, to: Math.max(1, last) },
  };
}

/** All bars of a verdict as one path: thousands of elements would be slow, one path is not. */
export interface VerdictPath {
  readonly verdict: Verdict;
  readonly path: string;
}

export interface TimelineDrawing {
  readonly paths: readonly VerdictPath[];
  readonly waits: string;
  /** Bars that are wide enough to carry the glyph of their verdict. */
  readonly glyphs: readonly { readonly verdict: Verdict; readonly x: number; readonly y: number }[];
}

const mostGlyphs = 400;
const glyphRoom = 13;

/** What to draw of a layout within a window. Bars of one verdict that touch within a pixel of one lane are drawn as one. */
export function drawingOf({ bars, laneHeight }: TimelineLayout, window: Window, width: number): TimelineDrawing {
  const scale = width / (window.to - window.from);
  const x = (at: number) => Math.max(-1, Math.min(width + 1, (at - window.from) * scale));
  const rects = new Map<Verdict, string[]>();
  const open = new Map<string, { readonly left: number; right: number }>();
  const waits: string[] = [];
  const glyphs: { verdict: Verdict; x: number; y: number }[] = [];
  const thick = Math.max(2, laneHeight - (laneHeight > 6 ? 3 : 1));
  const height = (verdict: Verdict) => (stands.has(verdict) ? thick : Math.max(2, Math.round(thick * 0.6)));
  const close = (key: string) => {
    const span = open.get(key);
    if (span === undefined) return;
    open.delete(key);
    const [verdict, y] = key.split(' ') as [Verdict, string];
    const tall = height(verdict);
    const top = Number(y) + Math.round((thick - tall) / 2);
    const list = rects.get(verdict) ?? [];
    rects.set(verdict, list);
    list.push(
      `M${round(span.left)} ${top}h${round(span.right - span.left)}v${tall}h${-round(span.right - span.left)}z`,
    );
  };
  for (const bar of bars) {
    if (bar.to < window.from || bar.from > window.to) continue;
    const key = `${bar.verdict} ${bar.y}`;
    const left = x(bar.from);
    const right = Math.max(left + 1, x(bar.to) - (x(bar.to) - left > 3 ? 1 : 0));
    const before = open.get(key);
    if (before !== undefined && left <= before.right + 0.5 && right - left <= 2) {
      before.right = Math.max(before.right, right);
    } else {
      close(key);
      open.set(key, { left, right });
    }
    if (laneHeight >= 10 && right - left >= glyphRoom && glyphs.length < mostGlyphs) {
      glyphs.push({ verdict: bar.verdict, x: left + 3, y: bar.y + thick / 2 });
    }
    for (const wait of bar.waits ?? []) {
      const [from, to] = [x(wait.from), x(wait.to)];
      if (to - from >= 0.5) waits.push(`M${round(from)} ${bar.y}h${round(to - from)}v${thick}h${-round(to - from)}z`);
    }
  }
  for (const key of [...open.keys()]) close(key);
  return {
    paths: [...rects].map(([verdict, list]) => ({ verdict, path: list.join('') })),
    waits: waits.join(''),
    glyphs,
  };
}

/** Drawn as high as a lane, so that they stand out from the others without their colour too. */
const stands: ReadonlySet<Verdict> = new Set(['failed', 'error', 'inconclusive', 'warned']);

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The bar under a point: the narrowest within reach, so that a short one beside a long one can be met. */
export function barAt(layout: TimelineLayout, at: number, y: number, reach: number): PlacedBar | undefined {
  const near = layout.bars.filter(
    (bar) => y >= bar.y && y < bar.y + layout.laneHeight && at >= bar.from - reach && at <= bar.to + reach,
  );
  return near.reduce<PlacedBar | undefined>(
    (best, bar) => (best === undefined || distance(bar, at) < distance(best, at) ? bar : best),
    undefined,
  );
}

function distance({ from, to }: Window, at: number): number {
  return Math.max(from - at, at - to, 0);
}
