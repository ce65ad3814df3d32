import { useState } from 'preact/hooks';
import { indentedJson } from '../../../body-text.js';
import { shortened, visibleLine } from '../../../visible.js';
import { CodeBlock } from '../code-block.js';
import { JsonText } from '../json-text.js';
import { moment } from '../moment.js';
import { WireText } from '../wire-text.js';
import type { StreamPicture, StreamRow } from './stream-picture.js';

const atFirst = 200;
const atLast = 20;
const longestLine = 160;
const barWidth = 72;

/** Event by event. Of a long stream, its beginning and its end until the rest is asked for. */
export function StreamTable({ picture }: { readonly picture: StreamPicture }) {
  const { rows, timed } = picture;
  const [all, setAll] = useState(rows.length <= atFirst + atLast);
  const longest = Math.max(1, ...rows.slice(0, 100_000).map(({ gap = 0 }) => gap));
  const head = all ? rows : rows.slice(0, atFirst);
  const tail = all ? [] : rows.slice(-atLast);
  const line = (row: StreamRow) => <Row row={row} picture={picture} longest={longest} key={row.frame.index} />;
  return (
    <div class="scroll">
      <table class="stream-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" class="number">
              #
            </th>
            {timed && (
              <>
                <th scope="col" class="number">
                  Arrived
                </th>
                <th scope="col" class="gap">
                  After
                </th>
              </>
            )}
            <th scope="col" class="event">
              Event
            </th>
            <th scope="col" class="number">
              Bytes
            </th>
            <th scope="col" class="wide">
              Data
            </th>
          </tr>
        </thead>
        <tbody>
          {head.map(line)}
          {!all && (
            <tr>
              <td colSpan={timed ? 6 : 4}>
                <button type="button" onClick={() => setAll(true)}>
                  Show the {rows.length - atFirst - atLast} events in between
                </button>
              </td>
            </tr>
          )}
          {tail.map(line)}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: StreamRow;
  readonly picture: StreamPicture;
  readonly longest: number;
}

function Row({ row, picture, longest }: RowProps) {
  const { frame, at, gap } = row;
  const { index, outcome, event, bytes } = frame;
  const marks = marksOf(index, picture);
  return (
    <tr class={outcome === 'event' ? '' : outcome} aria-rowindex={index + 2}>
      <th scope="row" class="number muted">
        {index}
      </th>
      {picture.timed && (
        <>
          <td class="number">{at === undefined ? <span class="muted">not known</span> : moment(at)}</td>
          <td class="gap">{gap !== undefined && <GapBar gap={gap} longest={longest} />}</td>
        </>
      )}
      <td>
        {outcome === 'cut' ? (
          <span class="bad">✗ cut</span>
        ) : outcome === 'ignored' ? (
          <span class="muted">comment</span>
        ) : event === undefined ? (
          <span class="muted">message</span>
        ) : (
          <code class="plain">
            <WireText text={shortened(event, longestLine)} />
          </code>
        )}
        {marks.map((mark) => (
          <span class="stream-mark">{mark}</span>
        ))}
      </td>
      <td class="number">{bytes}</td>
      <td>
        <Data row={row} />
      </td>
    </tr>
  );
}

function marksOf(index: number, { firstToken, terminal, longestGap }: StreamPicture): readonly string[] {
  return [
    ...(firstToken?.index === index ? ['first token'] : []),
    ...(terminal?.index === index ? ['terminal'] : []),
    ...(longestGap?.index === index ? ['longest gap'] : []),
  ];
}

function GapBar({ gap, longest }: { readonly gap: number; readonly longest: number }) {
  return (
    <>
      <svg class="gap-bar" viewBox={`0 0 ${barWidth} 8`} width={barWidth} height="8" aria-hidden="true">
        <rect width={gap <= 0 ? 0 : Math.max(1, (gap / longest) * barWidth)} height="8" />
      </svg>
      <span class="number">{gap < 0.05 ? 'together' : `+${moment(gap)}`}</span>
    </>
  );
}

function Data({ row: { frame, token } }: { readonly row: StreamRow }) {
  const { index, outcome, data, text } = frame;
  const [open, setOpen] = useState(false);
  const line = visibleLine(outcome === 'event' ? (data ?? '') : text);
  if (outcome === 'event' && line.length <= 40)
    return (
      <code class="plain">
        <WireText text={line} />
      </code>
    );
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {token !== undefined && (
          <span class="stream-token">
            <WireText text={shortened(visibleLine(JSON.stringify(token)), 60)} />
          </span>
        )}
        <code class="plain">
          <WireText text={shortened(line, longestLine)} />
        </code>
      </summary>
      {open && (
        <CodeBlock label={`Event ${index}`}>
          <JsonText text={outcome === 'event' ? (indentedJson(data ?? '') ?? data ?? '') : text} />
        </CodeBlock>
      )}
    </details>
  );
}
