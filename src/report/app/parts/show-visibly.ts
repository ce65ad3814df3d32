import { options } from 'preact';
import { visible } from '../../visible.js';

/**
 * Shows characters that would act instead of being read as escapes, in every text of the page: in one place, so that no
 * component can forget it. What is copied or downloaded keeps them.
 */
export function showVisibly(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    const props = vnode.props as { children?: unknown };
    if (props.children !== undefined) props.children = shown(props.children);
    before?.(vnode);
  };
}

function shown(child: unknown): unknown {
  if (typeof child === 'string') return visible(child);
  return Array.isArray(child) ? child.map(shown) : child;
}
