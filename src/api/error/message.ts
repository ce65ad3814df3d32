import { isJsonObject, type Json } from '../../json/index.js';
import { cut } from '../describe.js';
import { objectAt, parseJson, textAt } from '../fields.js';

/** A message taken apart. */
export interface ReadMessage {
  readonly message: string;
  readonly prefix?: string;
  readonly requestId?: string;
  readonly nested: boolean;
}

const longestMessage = 2000;
/** A provider's error inside a gateway's inside another's; whoever goes deeper wants to keep us busy. */
const deepestNesting = 3;

/**
 * `PERMISSION_DENIED: User does not have USE CATALOG on Catalog 'main' [ReqId: 1b2c]` as prefix, sentence and request id.
 * A message that is the JSON text of an error gives the message within (databricks/unity-gateway#108).
 */
export function readMessage(text: string, depth = 0): ReadMessage {
  const { rest, requestId } = withoutRequestId(text.trim());
  const { sentence, prefix } = withoutPrefix(rest);
  const inner = depth < deepestNesting ? innerMessage(sentence) : undefined;
  const outer = { ...(prefix === undefined ? {} : { prefix }), ...(requestId === undefined ? {} : { requestId }) };
  if (inner === undefined) return { ...outer, message: printable(sentence, longestMessage), nested: depth > 0 };
  return { ...readMessage(inner, depth + 1), ...outer };
}

/** One line without control characters, which could drive a terminal, and without direction marks, which could reorder it. */
export function printable(text: string, longest: number): string {
  return cut(
    text
      .slice(0, longest * 4)
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim(),
    longest,
  );
}

/** The message of an error in any of the envelopes, for those that come wrapped in another. */
export function messageIn(value: Json): string | undefined {
  if (!isJsonObject(value)) return undefined;
  const error = objectAt(value, 'error');
  return textAt(value, 'message') ?? (error && textAt(error, 'message')) ?? textAt(value, 'error');
}

function innerMessage(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  const inner = parseJson(text);
  return inner === undefined ? undefined : messageIn(inner);
}

// Looked for from the end and by hand: a pattern would search a hostile message again from each bracket.
function withoutRequestId(text: string): { readonly rest: string; readonly requestId?: string } {
  const start = text.lastIndexOf('[ReqId:');
  if (start === -1 || !text.endsWith(']')) return { rest: text };
  const requestId = printable(text.slice(start + '[ReqId:'.length, -1), 200);
  return { rest: text.slice(0, start).trim(), ...(requestId === '' ? {} : { requestId }) };
}

function withoutPrefix(text: string): { readonly sentence: string; readonly prefix?: string } {
  const [match, prefix] = /^([A-Z][A-Z0-9_]{2,63}):\s+/.exec(text) ?? [];
  return match === undefined || prefix === undefined
    ? { sentence: text }
    : { sentence: text.slice(match.length), prefix };
}
