import { useId, useRef } from 'preact/hooks';
import { moment } from '../moment.js';
import { useWidth } from '../use-width.js';
import type { StreamPicture } from './stream-picture.js';
import { placeLabels } from './strip-labels.js';

const rowHeight = 15;
const trackHeight = 22;

/** The stream over time: a stroke for each event, the longest silence hatched, a line for each moment that counts. */
export function StreamStrip({ picture }: { readonly picture: StreamPicture }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 900);
  const id = useId();
  const { rows, firstByte, firstToken, terminal, longestGap, end, ending } = picture;
  const x = (at: number) => Math.max(0, Math.min(1, at / Math.max(end, 0.001))) * (width - 2) + 1;
  const marks = [
    ...(firstByte === undefined ? [] : [{ kind: 'byte', words: `first byte ${moment(firstByte)}`, at: firstByte }]),
    ...(firstToken?.at === undefined
      ? []
      : [{ kind: 'token', words: `first token ${moment(firstToken.at)}`, at: firstToken.at }]),
    ...(terminal?.at === undefined ? [] : [{ kind: 'terminal', words: 'terminal event', at: terminal.at }]),
    ...(ending.how === 'ended' ? [] : [{ kind: ending.how, words: ending.how === 'cut' ? 'cut' : 'left', at: end }]),
  ];
  const labels = placeLabels(
    marks.map(({ words, at }) => ({ words, x: x(at) })),
    width,
  );
  const top = rowHeight * (1 + Math.max(0, ...labels.map(({ row }) => row)));
  const height = top + trackHeight + 2;
  const silence = silenceOf(picture);
  // Strokes in the same pixel are one.
  const strokes = [...new Set(rows.flatMap(({ at }) => (at === undefined ? [] : [Math.round(x(at))])))];
  return (
    <div ref={box}>
      <svg class="stream-strip" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>
          {`${rows.length} events over ${moment(end)}${marks.map(({ words }) => `, ${words}`).join('')}${longestGap === undefined ? '' : `, longest gap ${moment(longestGap.ms)}`}`}
        </title>
        <pattern id={`${id}-silence`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="silence-ground" width="6" height="6" />
          <rect class="silence-stroke" width="1.5" height="6" />
        </pattern>
        <rect class="track" x="0" y={top} width={width} height={trackHeight} rx="2" />
        {silence !== undefined && (
          <rect
            x={x(silence.from)}
            y={top}
            width={Math.max(1, x(silence.to) - x(silence.from))}
            height={trackHeight}
            fill={`url(#${id}-silence)`}
          />
        )}
        <path class="strokes" d={strokes.map((at) => `M${at} ${top + 5}v${trackHeight - 10}`).join('')} />
        {marks.map(({ kind, at }, index) => (
          <path
            class={`line ${kind}`}
            d={`M${x(at)} ${rowHeight * (labels[index]?.row ?? 0) + 2}V${top + trackHeight}`}
          />
        ))}
        {labels.map(({ words, x: at, row, anchor }, index) => (
          <text
            class={marks[index]?.kind ?? ''}
            x={anchor === 'start' ? at + 4 : at - 4}
            y={rowHeight * row + 11}
            text-anchor={anchor}
          >
            {words}
          </text>
        ))}
      </svg>
    </div>
  );
}

function silenceOf({
  rows,
  longestGap,
  end,
}: StreamPicture): { readonly from: number; readonly to: number } | undefined {
  if (longestGap === undefined) return undefined;
  const to = longestGap.index === undefined ? end : rows[longestGap.index]?.at;
  return to === undefined ? undefined : { from: to - longestGap.ms, to };
}
