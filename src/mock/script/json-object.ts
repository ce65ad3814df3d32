/** A JSON object in the midst of a text. */
export interface FoundObject {
  /** As it was written. */
  readonly text: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The JSON object that begins at a position; undefined when there is none or it never ends. */
export function jsonObjectAt(text: string, start: number): FoundObject | undefined {
  const end = endOfBraces(text, start);
  if (end === undefined) return undefined;
  const found = text.slice(start, end);
  try {
    return { text: found, value: JSON.parse(found) };
  } catch {
    return undefined;
  }
}

/** Just behind the brace that closes the one at `start`. Braces in strings do not count. */
function endOfBraces(text: string, start: number): number | undefined {
  if (text[start] !== '{') return undefined;
  let depth = 0;
  let quoted = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '{') depth += 1;
    else if (!quoted && character === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}
