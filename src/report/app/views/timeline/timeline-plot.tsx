import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { verdictMarks } from '../../../marks.js';
import { counted } from '../../../wording.js';
import { useWidth } from '../use-width.js';
import type { TimelineRun } from './bar.js';
import { BarWords } from './bar-words.js';
import { barAt, drawingOf, type PlacedBar, type TimelineLayout } from './layout.js';
import { ticksOf, tickWords } from './ticks.js';
import { moved, type Window, windowWithin, zoomed } from './window.js';

interface TimelinePlotProps {
  readonly layout: TimelineLayout;
  readonly window: Window;
  readonly runs: readonly TimelineRun[];
  readonly show: (window: Window | undefined) => void;
  readonly hrefOf: (id: string) => string;
}

const axis = 20;
/** In pixels: less is a click, more is a selection; and how near a pointer has to be. */
const slack = 4;

export function TimelinePlot({ layout, window, runs, show, hrefOf }: TimelinePlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 960);
  const id = useId();
  const [pointed, point] = useState<PlacedBar>();
  const [dragged, drag] = useState<{ readonly from: number; readonly to: number }>();
  const drawing = useMemo(() => drawingOf(layout, window, width), [layout, window, width]);
  const perPixel = (window.to - window.from) / width;
  const x = (at: number) => (at - window.from) / perPixel;
  const at = (pixel: number) => window.from + pixel * perPixel;
  const ticks = ticksOf(window.from, window.to, Math.max(2, Math.floor(width / 110)));
  const height = axis + layout.height;

  const place = ({ currentTarget, clientX, clientY }: TargetedPointerEvent<SVGSVGElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return { x: Math.max(0, Math.min(width, clientX - left)), y: clientY - top - axis };
  };
  const onPointerDown = (event: TargetedPointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x: from } = place(event);
    drag({ from, to: from });
  };
  const onPointerMove = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const here = place(event);
    if (dragged === undefined) point(barAt(layout, at(here.x), here.y, slack * perPixel));
    else drag({ from: dragged.from, to: here.x });
  };
  const onPointerUp = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const here = place(event);
    drag(undefined);
    if (dragged === undefined) return;
    const [from, to] = [Math.min(dragged.from, here.x), Math.max(dragged.from, here.x)];
    if (to - from > slack) {
      show(windowWithin({ from: at(from), to: at(to) }, layout.whole));
      return;
    }
    const met = barAt(layout, at(here.x), here.y, slack * perPixel);
    if (met !== undefined) location.assign(hrefOf(met.id));
  };
  const step = (by: number) => {
    const now = pointed === undefined ? -1 : layout.bars.indexOf(pointed);
    const next = layout.bars[Math.max(0, Math.min(layout.bars.length - 1, now + by))];
    if (next === undefined) return;
    point(next);
    if (next.from < window.from || next.from > window.to) {
      const half = (window.to - window.from) / 2;
      show(windowWithin({ from: next.from - half, to: next.from + half }, layout.whole));
    }
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    PageDown: () => show(moved(window, 0.5, layout.whole)),
    PageUp: () => show(moved(window, -0.5, layout.whole)),
    Home: () => step(-layout.bars.length),
    End: () => step(layout.bars.length),
    '+': () => show(zoomed(window, 0.5, layout.whole, pointed?.from)),
    '-': () => show(zoomed(window, 2, layout.whole, pointed?.from)),
    Escape: () => show(undefined),
    Enter: () => pointed !== undefined && location.assign(hrefOf(pointed.id)),
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent with a form */}
      <div
        class="timeline-box"
        ref={box}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop for the Tab key; within it the arrows move from bar to bar
        tabIndex={0}
        aria-label={`Timeline of ${counted(layout.bars.length, 'instance')}. Arrows: next and previous instance. Plus and minus: zoom. Enter: open.`}
        aria-describedby={`${id}-pointed`}
        onKeyDown={onKeyDown}
      >
        <svg
          class={`timeline-plot${pointed === undefined ? '' : ' met'}`}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => drag(undefined)}
        >
          <pattern id={`${id}-wait`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="wait-ground" width="5" height="5" />
            <rect class="wait-stroke" width="2" height="5" />
          </pattern>
          {ticks.map((tick) => (
            <g class="tick">
              <path d={`M${x(tick)} ${axis - 4}V${height}`} />
              <text x={x(tick) + 3} y={axis - 8} text-anchor={x(tick) > width - 60 ? 'end' : 'start'}>
                {tickWords(tick)}
              </text>
            </g>
          ))}
          <g transform={`translate(0 ${axis})`}>
            {layout.bands.length > 1 &&
              layout.bands.map(({ name, y, lanes }, index) => (
                <g class="band">
                  {index > 0 && <path d={`M0 ${y - 3}H${width}`} />}
                  <text x="2" y={y + 12}>{`${name}, ${counted(lanes, 'lane')}`}</text>
                </g>
              ))}
            {drawing.paths.map(({ verdict, path }) => (
              <path class={`bar-path ${verdict}`} d={path} />
            ))}
            <path fill={`url(#${id}-wait)`} d={drawing.waits} />
            {drawing.glyphs.map(({ verdict, x: left, y }) => (
              <text class="glyph" x={left} y={y + 4}>
                {verdictMarks[verdict]}
              </text>
            ))}
            {pointed !== undefined && (
              <rect
                class="pointed"
                x={Math.max(0, x(pointed.from)) - 1}
                y={pointed.y - 1}
                width={Math.max(3, Math.min(width, x(pointed.to)) - Math.max(0, x(pointed.from)) + 1)}
                height={layout.laneHeight}
              />
            )}
          </g>
          {dragged !== undefined && (
            <rect
              class="selection"
              x={Math.min(dragged.from, dragged.to)}
              width={Math.abs(dragged.to - dragged.from)}
              y="0"
              height={height}
            />
          )}
        </svg>
      </div>
      <p class="timeline-pointed" id={`${id}-pointed`} role="status">
        {pointed === undefined ? (
          <span class="muted">Point at a bar to see what it is; drag over a part to see more of it.</span>
        ) : (
          <BarWords
            bar={pointed}
            href={hrefOf(pointed.id)}
            run={runs.length > 1 ? runs[pointed.run]?.name : undefined}
          />
        )}
      </p>
    </>
  );
}
