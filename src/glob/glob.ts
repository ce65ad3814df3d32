/**
 * Matches instance ids: `*` is any text, `?` any one character, everything else stands for itself.
 * Brackets are part of ids such as `naming.fqn[api=chat]`, so the usual glob libraries, which read them as sets, do not serve.
 */
export function globMatcher(patterns: readonly string[]): (text: string) => boolean {
  const expressions = patterns.map(
    (pattern) =>
      new RegExp(
        `^${pattern
          .replace(/[.+^${}()|[\]\\]/g, '\\$&')
          .replaceAll('*', '.*')
          .replaceAll('?', '.')}$`,
        's',
      ),
  );
  return (text) => expressions.some((expression) => expression.test(text));
}
