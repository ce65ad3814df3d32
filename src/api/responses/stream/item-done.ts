import { describe } from '../../describe.js';
import { objectAt } from '../../fields.js';
import { checkId, openItem } from './item-of.js';
import type { ItemDraft } from './state.js';
import { type Step, tell } from './step.js';
import { differenceOf, streamedItem } from './streamed-item.js';

export function takeItemDone(step: Step): void {
  const item = openItem(step);
  if (item === undefined) return;
  const { draft, event, frame } = step;
  const done = objectAt(event, 'item');
  if (done === undefined || done['status'] === 'in_progress') {
    const came = done === undefined ? `\`item\` that is ${describe(event['item'])}` : 'an item with status in_progress';
    tell(step, 'item-done-whole', came, 'the item as it is at last');
  }
  if (done?.['status'] !== 'incomplete') checkEnded(step, item);
  if (done !== undefined) {
    checkId(step, item, done['id']);
    const difference = differenceOf(streamedItem(item), done);
    if (difference !== undefined) {
      const { key, expected, found } = difference;
      tell(step, 'item-matches-events', `an item whose \`${key}\` is ${found}`, `${expected}, as it was streamed`);
    }
  }
  item.done = { item: done, frame };
  if (draft.open === item) draft.open = undefined;
}

function checkEnded(step: Step, { index, type, content, summary, arguments: given }: ItemDraft): void {
  const came = `response.output_item.done of item ${index}`;
  const parts = [...content, ...summary];
  if (parts.some(({ done, implied }) => !done && !implied)) tell(step, 'part-done', came, 'the end of its last part');
  if (parts.some(({ ended, implied }) => !ended && implied)) tell(step, 'text-done', came, 'the end of its reasoning');
  if (type === 'function_call' && !given.ended) tell(step, 'text-done', came, 'the end of its arguments');
}
