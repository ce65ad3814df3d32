import { isJsonObject, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isCount, isList, listAt, objectAt, present, textAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { begin } from './created.js';
import { partOf } from './part-of.js';
import type { ItemDraft, PartDraft } from './state.js';
import { type Step, tell } from './step.js';

export function takeItemAdded(step: Step): void {
  const { draft, event, frame } = step;
  begin(step);
  const index = event['output_index'];
  const due = draft.items.length;
  if (index !== due) {
    const came = `an item whose \`output_index\` is ${describe(index)}`;
    tell(step, 'items-indexed', came, `an item with \`output_index\` ${due}`);
  }
  const added = objectAt(event, 'item') ?? {};
  checkAdded(step, added);
  const type = textAt(added, 'type') ?? '';
  const given = textAt(added, 'arguments') ?? '';
  const item: ItemDraft = {
    // An item without a number is taken for the one that is due, so that its events have a place.
    index: isCount(index) ? index : due,
    type,
    ...present({ id: textAt(added, 'id') || undefined }),
    added,
    content: partsIn(added, 'content'),
    summary: partsIn(added, 'summary'),
    arguments: { text: given, ended: false },
  };
  draft.items.push(item);
  draft.itemsByIndex.set(item.index, item);
  draft.open = item;
  if (saysSomething(item)) draft.firstToken ??= frame;
}

function saysSomething({ type, content, arguments: given }: ItemDraft): boolean {
  return (
    (type === 'function_call' && given.text !== '') || (type === 'message' && content.some(({ text }) => text !== ''))
  );
}

function checkAdded(step: Step, item: JsonObject): void {
  const [wrong] = faultsOf(item);
  if (wrong !== undefined) {
    const legal = `${wrong.expected} for \`${wrong.key}\``;
    tell(step, 'item-added-whole', `an item whose \`${wrong.key}\` is ${describe(item[wrong.key])}`, legal);
  }
  const early = emptyKeys.get(textAt(item, 'type') ?? '');
  if (early !== undefined && !isEmpty(item[early])) {
    const came = `an item whose \`${early}\` is ${describe(item[early])}`;
    tell(step, 'item-starts-empty', came, `an item with nothing in \`${early}\` yet`);
  }
  if (item['type'] === 'function_call') takeCallId(step, item);
}

/** Where what is to come will be. */
const emptyKeys: ReadonlyMap<string, string> = new Map([
  ['message', 'content'],
  ['function_call', 'arguments'],
]);

interface Fault {
  readonly key: string;
  readonly expected: string;
}

function faultsOf(item: JsonObject): readonly Fault[] {
  const type = item['type'];
  const names = ['type', 'id', ...(type === 'function_call' ? ['call_id', 'name'] : [])];
  // Items of hosted tools have statuses of their own, and reasoning often has none.
  const isStatusKnown = type === 'message' || type === 'function_call';
  const isBegun = [null, 'in_progress'].some((status) => status === (item['status'] ?? null));
  return [
    ...names.filter((key) => !textAt(item, key)).map((key) => ({ key, expected: 'a non-empty string' })),
    ...(type === 'message' && item['role'] !== 'assistant' ? [{ key: 'role', expected: '"assistant"' }] : []),
    ...(isStatusKnown && !isBegun ? [{ key: 'status', expected: '"in_progress"' }] : []),
  ];
}

function isEmpty(value: JsonObject[string] | undefined): boolean {
  return (value ?? '') === '' || (isList(value) && value.length === 0);
}

/** Parts that an item brings along are taken as they are: nobody will end them. */
function partsIn(item: JsonObject, key: string): PartDraft[] {
  const parts = (listAt(item, key) ?? []).filter(isJsonObject);
  return parts.map((part) => ({ ...partOf(part), implied: false, ended: true, done: true }));
}

function takeCallId(step: Step, item: JsonObject): void {
  const id = textAt(item, 'call_id');
  if (!id) return;
  const { callIds } = step.draft;
  if (callIds.has(id)) {
    const came = `a function call with the call_id ${shown(id)} of another`;
    tell(step, 'tool-ids-unique', came, 'a call_id that no other function call has');
  }
  callIds.add(id);
}
