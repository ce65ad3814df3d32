export interface PartOfPage {
  readonly anchor: string;
  readonly title: string;
  readonly count: number;
}

/** Links to the parts that hold anything. */
export function PartsOfPage({ parts }: { readonly parts: readonly PartOfPage[] }) {
  return (
    <nav class="parts" aria-label="Parts of this report">
      <ul>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ anchor, title, count }) => (
            <li>
              <a href={`#${anchor}`}>{title}</a> <span class="muted">{count}</span>
            </li>
          ))}
      </ul>
    </nav>
  );
}
