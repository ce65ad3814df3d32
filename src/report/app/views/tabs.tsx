import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

export interface Tab {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly panel: () => ComponentChildren;
}

interface TabsProps {
  /** What the tabs are of. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The key of the tab that is shown first. */
  readonly first?: string;
}

/** The tabs pattern of the WAI-ARIA Authoring Practices: arrows, Home and End move and show; one stop for the Tab key. */
export function Tabs({ label, tabs, first }: TabsProps) {
  const [chosen, choose] = useState(first ?? tabs[0]?.key);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  // What is shown may have changed under the choice.
  const shown = tabs.find(({ key }) => key === chosen) ?? tabs[0];
  if (shown === undefined) return null;
  if (tabs.length === 1) return <>{shown.panel()}</>;
  const at = tabs.indexOf(shown);
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const to = tabAfterKey(event.key, at, tabs.length);
    const next = to === undefined ? undefined : tabs[to];
    if (to === undefined || next === undefined) return;
    event.preventDefault();
    // Arrows within tabs are not the page's: it may have keys of its own.
    event.stopPropagation();
    choose(next.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return (
    <div class="tabs">
      <div class="tab-list" role="tablist" aria-label={label} ref={list}>
        {tabs.map(({ key, label: words }, index) => (
          <button
            type="button"
            role="tab"
            key={key}
            id={`${id}-tab-${index}`}
            aria-selected={index === at}
            aria-controls={`${id}-panel`}
            tabIndex={index === at ? 0 : -1}
            onClick={() => choose(key)}
            onKeyDown={onKeyDown}
          >
            {words}
          </button>
        ))}
      </div>
      <div
        class="tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${at}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the pattern wants it of a panel that may begin without a control
        tabIndex={0}
        key={shown.key}
      >
        {shown.panel()}
      </div>
    </div>
  );
}

/** Which of so many tabs a key leads to from this one; undefined when it leads nowhere. */
export function tabAfterKey(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
