/** One word for a POSIX shell (2.2.2 Single-Quotes): nothing in it is expanded, and nothing ends it early. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
