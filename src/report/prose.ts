export interface ProsePart {
  readonly text: string;
  readonly code: boolean;
}

/** Splits a sentence at its backticks. One that is left open is a character like any other. */
export function proseParts(text: string): readonly ProsePart[] {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => {
      const code = part.length > 2 && part.startsWith('`') && part.endsWith('`');
      return { text: code ? part.slice(1, -1) : part, code };
    });
}
