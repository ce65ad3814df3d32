import { describe } from '../../describe.js';
import { isCount, objectAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { itemOf } from './item-of.js';
import { partOf, textKeys } from './part-of.js';
import type { ItemDraft, PartDraft } from './state.js';
import { type Step, type Take, tell, typeOf } from './step.js';

/** The two lists of parts that an item may have. */
export type PartPlace = 'content' | 'summary';

const indexKeys: Readonly<Record<PartPlace, string>> = { content: 'content_index', summary: 'summary_index' };

/** The types of the parts that items of the known types may have. */
const partTypes: ReadonlyMap<string, Readonly<Record<PartPlace, readonly string[]>>> = new Map([
  ['message', { content: ['output_text', 'refusal'], summary: [] }],
  ['reasoning', { content: ['reasoning_text'], summary: ['summary_text'] }],
  ['function_call', { content: [], summary: [] }],
]);

export function takePartAdded(place: PartPlace): Take {
  return (step) => {
    const item = itemOf(step);
    if (item === undefined) return;
    const index = step.event[indexKeys[place]];
    const due = item[place].length;
    if (index !== due) {
      const key = `\`${indexKeys[place]}\``;
      tell(step, 'parts-indexed', `a part whose ${key} is ${describe(index)}`, `a part with ${key} ${due}`);
    }
    const part = partOf(objectAt(step.event, 'part') ?? {});
    checkPart(step, item, place, part.type);
    item[place].push({ ...part, implied: false, ended: false, done: false });
    if (item.type === 'message' && part.text !== '') step.draft.firstToken ??= step.frame;
  };
}

function checkPart(step: Step, item: ItemDraft, place: PartPlace, type: string): void {
  const legalTypes = partTypes.get(item.type)?.[place];
  if (type === '' || legalTypes?.includes(type) === false) {
    const legal = legalTypes?.length ? `a part of type ${legalTypes.join(' or ')}` : 'a part of a type that fits';
    tell(step, 'part-added-whole', `a part of type ${shown(type)} in an item of type ${shown(item.type)}`, legal);
    return;
  }
  const key = textKeys.get(type);
  const part = objectAt(step.event, 'part') ?? {};
  if (key === undefined || typeof part[key] === 'string') return;
  // SDKs append to what stands here: `undefinedHello`.
  tell(step, 'part-added-whole', `a part whose \`${key}\` is ${describe(part[key])}`, `a string for \`${key}\``);
}

export function takePartDone(place: PartPlace): Take {
  return (step) => {
    const item = itemOf(step);
    const part = item && openPart(step, item, place);
    if (part === undefined) return;
    if (!part.ended && textKeys.has(part.type)) tell(step, 'text-done', typeOf(step), `the end of the ${part.type}`);
    const { type, text } = partOf(objectAt(step.event, 'part') ?? {});
    if (type !== part.type || text !== part.text) {
      const came = `a part of type ${shown(type)} that says ${shown(text)}`;
      const legal = `one of type ${shown(part.type)} that says ${shown(part.text)}, as its events did`;
      tell(step, 'done-matches-deltas', came, legal);
    }
    if (type === part.type) part.text = text;
    part.done = true;
  };
}

/** The part that an event names by its index. */
export function openPart(step: Step, item: ItemDraft, place: PartPlace): PartDraft | undefined {
  const index = step.event[indexKeys[place]];
  const part = isCount(index) ? item[place][index] : undefined;
  if (part !== undefined && !part.done) return part;
  const name = isCount(index) ? `part ${index}` : `a part whose \`${indexKeys[place]}\` is ${describe(index)}`;
  const came = `${typeOf(step)} of ${name}, which ${part === undefined ? 'was not added' : 'is done'},`;
  tell(step, 'event-in-part', came, `a part of item ${item.index} that was added and is not done`);
  return undefined;
}
