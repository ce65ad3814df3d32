import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly anchor: string;
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

export function Section({ anchor, title, count, children }: SectionProps) {
  return (
    <section id={anchor} aria-labelledby={`${anchor}-title`}>
      <h2 id={`${anchor}-title`}>
        {title} <small>{count}</small>
      </h2>
      {children}
    </section>
  );
}
