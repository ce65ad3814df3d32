import { useEffect, useRef, useState } from 'preact/hooks';

/** Copies a text, and says whether it did. */
export function CopyButton({ text, children }: { readonly text: () => string; readonly children: string }) {
  const [said, say] = useState('');
  const forget = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(forget.current), []);
  const copy = async () => {
    say((await copyText(text())) ? 'Copied' : 'Not copied: this browser does not let a page copy');
    clearTimeout(forget.current);
    forget.current = setTimeout(() => say(''), 4000);
  };
  return (
    <span class="copy">
      <button type="button" onClick={copy}>
        {children}
      </button>{' '}
      <span role="status" class="muted">
        {said}
      </span>
    </span>
  );
}

/** Through the clipboard, or where that is closed (a file, an artifact viewer without https) through a selection. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.className = 'off-screen';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}
