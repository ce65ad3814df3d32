import { useState } from 'preact/hooks';
import type { FoldProps } from '../../compare/change-table.js';

/** Up to so many rows stand in the document even when they are folded, to be found and printed. */
const always = 200;
/** More take a second to be drawn. */
const atOnce = 1_000;

/** Thousands of rows are made when somebody asks for them. */
export function Fold({ summary, rows, content }: FoldProps) {
  const [shown, setShown] = useState(rows <= always ? rows : 0);
  const more = Math.min(rows - shown, atOnce);
  return (
    <details class="file" onToggle={(event) => event.currentTarget.open && setShown((before) => before || more)}>
      <summary>{summary}</summary>
      {shown > 0 && content(shown)}
      {shown > 0 && more > 0 && (
        <button type="button" onClick={() => setShown(shown + more)}>
          Show {more.toLocaleString('en')} more of {rows.toLocaleString('en')}
        </button>
      )}
    </details>
  );
}
