import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { visible } from '../visible.js';

/**
 * Adds an element. xmlbuilder2 takes what looks like a reference for one that its caller wrote and leaves it as it is;
 * `&#0;` in a gateway's text would make the file ill-formed. So every ampersand goes in as a reference already.
 */
export function element(
  parent: XMLBuilder,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): XMLBuilder {
  const entries = Object.entries(attributes).map(([key, value]) => [key, literal(String(value))]);
  const added = parent.ele(name, Object.fromEntries(entries));
  if (text !== undefined) added.txt(literal(text));
  return added;
}

function literal(text: string): string {
  return visible(text).replaceAll('&', '&amp;');
}
