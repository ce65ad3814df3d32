import { proseParts } from '../prose.js';
import { visible, visibleLine } from '../visible.js';

// Text from a gateway must not become markup: neither Markdown, nor HTML, nor a mention, nor a link.

/** Text inside a line. */
export function escaped(text: string): string {
  return references(visibleLine(text));
}

/** The same as code: no mention is looked for in it. */
export function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

/** A sentence of the harness, in which backticks set code apart. */
export function prose(text: string): string {
  return proseParts(visibleLine(text))
    .map((part) => (part.code ? `<code>${references(part.text)}</code>` : references(part.text)))
    .join('');
}

/** Everything that begins a construct of GitHub Flavored Markdown inside a line (CommonMark 2.4, GFM 6.9) as a reference, which never does. */
function references(text: string): string {
  return text
    .replace(/[&<>\\`*_[\]{}#|~@!$^"]|:(?=\/\/)/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}&#46;`);
}

/** A block of code whose fence is longer than any run of backticks in it (CommonMark 4.5). */
export function codeBlock(text: string, language = ''): string {
  const content = visible(text);
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}

/** Cells must be escaped already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function details(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
