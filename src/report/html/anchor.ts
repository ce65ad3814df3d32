import { visible } from '../visible.js';

/** The id of an element: HTML forbids white space in it, a link text that is no Unicode. */
export function anchorOf(instance: string): string {
  return visible(instance).replace(/\s/g, '_');
}

/** The address of that element within the page. */
export function linkTo(anchor: string): string {
  return `#${encodeURIComponent(anchor)}`;
}
