/** A statement as the engine reads it. */
export interface Translated {
  readonly text: string;
  /** The parameter markers in it, each once. */
  readonly markers: readonly string[];
}

/**
 * Where Databricks and the engine spell a token differently, and nowhere else: `:name` is a parameter marker and not
 * `$name`, `"text"` is a string and not a name, a backtick quotes names, a backslash escapes inside strings ("SQL language
 * reference", Lexical structure). Tokens only: what they mean together, the engine's own parser decides.
 */
export function translate(statement: string, markerText: (name: string) => string): Translated {
  const markers = new Set<string>();
  let text = '';
  for (let at = 0; at < statement.length; ) {
    const token = tokenAt(statement, at, text);
    if (token.kind === 'marker') markers.add(token.name);
    text += token.kind === 'marker' ? markerText(token.name) : token.text;
    at = token.end;
  }
  return { text, markers: [...markers] };
}

type Token =
  | { readonly kind: 'text'; readonly text: string; readonly end: number }
  | { readonly kind: 'marker'; readonly name: string; readonly end: number };

function tokenAt(statement: string, at: number, before: string): Token {
  const character = statement[at] ?? '';
  switch (character) {
    case "'":
    case '"':
      return stringAt(statement, at, character);
    case '`':
      return nameAt(statement, at);
    case '-':
    case '/':
      return commentAt(statement, at) ?? one(character, at);
    case ':':
      return markerAt(statement, at, before) ?? one(character, at);
    default:
      return one(character, at);
  }
}

function one(text: string, at: number): Token {
  return { kind: 'text', text, end: at + 1 };
}

/** A string that never ends is left as it is, for the engine to complain of. */
function stringAt(statement: string, start: number, quote: string): Token {
  let value = '';
  for (let at = start + 1; at < statement.length; at += 1) {
    const character = statement[at] ?? '';
    if (character === '\\') {
      at += 1;
      value += escapes[statement[at] ?? ''] ?? statement[at] ?? '';
    } else if (character !== quote) value += character;
    else if (statement[at + 1] === quote) {
      value += quote;
      at += 1;
    } else return { kind: 'text', text: `'${value.replaceAll("'", "''")}'`, end: at + 1 };
  }
  return { kind: 'text', text: statement.slice(start), end: statement.length };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', '0': '\0' };

function nameAt(statement: string, start: number): Token {
  const end = statement.indexOf('`', start + 1);
  if (end < 0) return { kind: 'text', text: statement.slice(start), end: statement.length };
  return { kind: 'text', text: `"${statement.slice(start + 1, end).replaceAll('"', '""')}"`, end: end + 1 };
}

function commentAt(statement: string, start: number): Token | undefined {
  const [opening, closing] = statement.startsWith('--', start) ? ['--', '\n'] : ['/*', '*/'];
  if (!statement.startsWith(opening, start)) return undefined;
  const found = statement.indexOf(closing, start + opening.length);
  const end = found < 0 ? statement.length : found + closing.length;
  return { kind: 'text', text: statement.slice(start, end), end };
}

/** Behind a value a colon is a cast (`::`), a field of JSON text or a bound of a slice. */
function markerAt(statement: string, start: number, before: string): Token | undefined {
  const name = /^:([A-Za-z_][A-Za-z0-9_]*)/.exec(statement.slice(start, start + 256))?.[1];
  if (name === undefined || /[A-Za-z0-9_:)\]"']$/.test(before)) return undefined;
  return { kind: 'marker', name, end: start + 1 + name.length };
}
