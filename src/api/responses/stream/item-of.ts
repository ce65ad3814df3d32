import type { Json } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { isCount } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { begin } from './created.js';
import type { ItemDraft } from './state.js';
import { type Step, tell, typeOf } from './step.js';

/** The open item that an event belongs to. */
export function itemOf(step: Step): ItemDraft | undefined {
  const item = openItem(step);
  if (item !== undefined) checkId(step, item, step.event['item_id']);
  return item;
}

/** Several items may be open at a time: that is what the index is for. */
export function openItem(step: Step): ItemDraft | undefined {
  begin(step);
  const index = step.event['output_index'];
  const item = isCount(index) ? step.draft.itemsByIndex.get(index) : undefined;
  if (item !== undefined && item.done === undefined) return item;
  const name = isCount(index) ? `item ${index}` : `an item whose \`output_index\` is ${describe(index)}`;
  tell(step, 'event-in-item', `${typeOf(step)} of ${name}, which ${item === undefined ? 'was not added' : 'is done'},`);
  return undefined;
}

export function checkId(step: Step, item: ItemDraft, id: Json | undefined): void {
  if (item.id === undefined || id === item.id) return;
  const legal = `the id with which item ${item.index} was added, ${shown(item.id)}`;
  tell(step, 'item-id-constant', `${typeOf(step)} with an id that is ${describe(id)}`, legal);
}
