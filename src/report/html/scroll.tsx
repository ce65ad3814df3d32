import type { ComponentChildren } from 'preact';

/** Room for what may be wider than the page. The keyboard reaches it, or nobody without a mouse could scroll it. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: axe's scrollable-region-focusable asks for it
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
