import { isJsonObject, type JsonObject } from '../../../json/index.js';
import { listAt, present, textAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { partOf, textKeys } from './part-of.js';
import type { ItemDraft, PartDraft } from './state.js';

/** The item as its events brought it. */
export function streamedItem({ type, id, added, content, summary, arguments: given }: ItemDraft): JsonObject {
  const name = present({ id, type });
  switch (type) {
    case 'message':
      return { ...name, content: content.map(partWithText) };
    case 'reasoning':
      return { ...name, summary: summary.map(partWithText) };
    case 'function_call':
      return {
        ...name,
        ...present({ call_id: textAt(added, 'call_id'), name: textAt(added, 'name') }),
        arguments: given.text,
      };
    default:
      return name;
  }
}

/** The item as it is at last. */
export function finalItem(item: ItemDraft): JsonObject {
  return item.done?.item ?? streamedItem(item);
}

function partWithText({ type, text }: PartDraft): JsonObject {
  const key = textKeys.get(type);
  return { type, ...(key === undefined ? {} : { [key]: text }) };
}

interface Difference {
  readonly key: string;
  readonly expected: string;
  readonly found: string;
}

/** Where two items first differ in what a caller reads. Everything else, such as annotations, is left alone. */
export function differenceOf(expected: JsonObject, found: JsonObject): Difference | undefined {
  const keys = ['type', ...(readKeys.get(textAt(expected, 'type') ?? '') ?? [])];
  const key = keys.find((name) => gist(expected, name) !== gist(found, name));
  return key === undefined ? undefined : { key, expected: shown(gist(expected, key)), found: shown(gist(found, key)) };
}

const readKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['message', ['content']],
  ['reasoning', ['summary']],
  ['function_call', ['call_id', 'name', 'arguments']],
]);

/** One text that stands for what a field says: for parts their types and texts. */
function gist(item: JsonObject, key: string): string {
  const parts = listAt(item, key);
  if (parts === undefined) return textAt(item, key) ?? '';
  return parts
    .map((part) => (isJsonObject(part) ? partOf(part) : { type: '', text: '' }))
    .map(({ type, text }) => `${type}: ${text}`)
    .join('\n');
}
