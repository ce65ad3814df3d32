import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows above and below what is seen, so that scrolling does not show gaps. */
const spare = 12;
const guessedHeight = 52;

/** Which rows of a long table stand in the document, and the room of those that do not. */
export interface ShownRows {
  readonly first: number;
  /** Behind the last. */
  readonly end: number;
  readonly rowHeight: number;
}

/** Follows the scrolling of the page. All rows have the height of the first. */
export function useWindow(body: RefObject<HTMLTableSectionElement | null>, count: number): ShownRows {
  const [shown, setShown] = useState<ShownRows>({ first: 0, end: Math.min(count, 40), rowHeight: guessedHeight });
  useLayoutEffect(() => {
    let asked = 0;
    const measure = () => {
      asked = 0;
      const section = body.current;
      if (section === null) return;
      const row = section.querySelector<HTMLElement>('tr[data-row]');
      const rowHeight = row === null || row.offsetHeight === 0 ? guessedHeight : row.getBoundingClientRect().height;
      const scrolled = -section.getBoundingClientRect().top;
      const first = Math.max(0, Math.min(Math.floor(scrolled / rowHeight) - spare, count - 1));
      const end = Math.min(count, Math.ceil((scrolled + innerHeight) / rowHeight) + spare);
      setShown((before) =>
        before.first === first && before.end === end && before.rowHeight === rowHeight
          ? before
          : { first, end: Math.max(end, first), rowHeight },
      );
    };
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(measure);
    };
    measure();
    // What stands above may grow or shrink.
    const above = new ResizeObserver(ask);
    above.observe(document.body);
    addEventListener('scroll', ask, { passive: true });
    return () => {
      above.disconnect();
      cancelAnimationFrame(asked);
      removeEventListener('scroll', ask);
    };
  }, [body, count]);
  return { ...shown, first: Math.min(shown.first, Math.max(0, count - 1)), end: Math.min(shown.end, count) };
}
