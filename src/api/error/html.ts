import { printable } from './message.js';

// A title stands in the head of a page; what lies behind this is not looked at.
const searched = 16 * 1024;

export function isHtml(text: string, contentType: string | undefined): boolean {
  return (
    /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '') ||
    /^\s*<(!doctype html|html|head|body|title|pre)\b/i.test(text.slice(0, 1024))
  );
}

/** The title of a page, without markup: the only part of a page that is ever shown. */
export function titleOf(text: string): string | undefined {
  const page = text.slice(0, searched);
  const folded = page.toLowerCase();
  const opened = folded.indexOf('<title');
  const start = opened === -1 ? -1 : folded.indexOf('>', opened);
  const end = start === -1 ? -1 : folded.indexOf('<', start);
  const title = end === -1 ? '' : printable(page.slice(start + 1, end), 200);
  return title === '' ? undefined : title;
}
