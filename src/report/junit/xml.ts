import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { visible } from '../visible.js';

export type Attributes = Readonly<Record<string, string | number>>;

export function document(): XMLBuilder {
  return create();
}

/**
 * Adds an element. xmlbuilder2 takes what looks like a reference for one that its caller wrote and leaves it as it is;
 * `&#0;` in a gateway's text would make the file ill-formed. So every ampersand goes in as a reference already.
 */
export function element(parent: XMLBuilder, name: string, attributes: Attributes, text?: string): XMLBuilder {
  const entries = Object.entries(attributes).map(([key, value]) => [key, literal(String(value))]);
  const added = parent.ele(name, Object.fromEntries(entries));
  if (text !== undefined) added.txt(literal(text));
  return added;
}

/** The document of an element, without its head, indented as at that depth, with a line feed before it. */
export function textOf(added: XMLBuilder, depth: number): string {
  return `\n${added.doc().end({ prettyPrint: true, headless: true, offset: depth })}`;
}

/** The start tag of an element without content. */
export function startOf(added: XMLBuilder): string {
  const end = `</${added.node.nodeName}>`;
  return added.doc().end({ headless: true, allowEmptyTags: true }).slice(0, -end.length);
}

function literal(text: string): string {
  return visible(text).replaceAll('&', '&amp;');
}
