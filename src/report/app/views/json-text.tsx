import { WireText } from './wire-text.js';

export type JsonKind = 'key' | 'text' | 'number' | 'word' | 'mark';

export interface JsonToken {
  readonly kind: JsonKind;
  readonly text: string;
}

const token = /("[^"\\]*(?:\\.[^"\\]*)*"?)(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)|[\s{}[\],:]+|./gsu;

/** Takes JSON apart for its colours; joined, the tokens are the text. What is no JSON comes out as something, unharmed. */
export function jsonTokens(text: string): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  for (const [whole, string, colon, number, word] of text.matchAll(token)) {
    if (string !== undefined) {
      tokens.push({ kind: colon === undefined ? 'text' : 'key', text: string });
      if (colon !== undefined) tokens.push({ kind: 'mark', text: colon });
    } else tokens.push({ kind: number !== undefined ? 'number' : word !== undefined ? 'word' : 'mark', text: whole });
  }
  return tokens;
}

/** Coloured up to this length: each token is an element, and browsers are slow with very many. */
const longestColoured = 40_000;

export function JsonText({ text }: { readonly text: string }) {
  if (text.length > longestColoured) return <WireText text={text} />;
  return (
    <>
      {jsonTokens(text).map(({ kind, text: part }) =>
        kind === 'mark' ? (
          part
        ) : (
          <span class={`json-${kind}`}>
            <WireText text={part} />
          </span>
        ),
      )}
    </>
  );
}
