import type { ComponentChildren } from 'preact';

interface CodeBlockProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Text of the wire that may scroll: with the keyboard as well. */
export function CodeBlock({ label, children }: CodeBlockProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section holds no preformatted text by itself
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached
    <pre class="code-block" role="region" aria-label={label} tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}
