import type { ExcerptLine } from '../excerpt.js';

/** The case as its author wrote it; the lines that asked for what does not hold are marked. */
export function Excerpt({ lines }: { readonly lines: readonly ExcerptLine[] }) {
  if (lines.length === 0) return <p class="muted">The journal does not have this file's text.</p>;
  return (
    <pre class="lines excerpt">
      {lines.map(({ number, text, marked }) => {
        const Line = marked ? 'mark' : 'div';
        return (
          <Line class="line">
            <span class="side">{marked ? `▸ ${number}` : number}</span>
            <code>{text}</code>
          </Line>
        );
      })}
    </pre>
  );
}
