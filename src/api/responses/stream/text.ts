import { describe } from '../../describe.js';
import { isList } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { itemOf } from './item-of.js';
import { openPart, type PartPlace } from './part.js';
import type { ItemDraft, PartDraft, TextDraft } from './state.js';
import { type Step, type Take, tell, typeOf } from './step.js';
import type { TextKind } from './text-kinds.js';

export function takeTextDelta(kind: TextKind): Take {
  return (step) => {
    const text = openText(step, kind);
    if (text === undefined) return;
    const { delta, logprobs } = step.event;
    if (typeof delta !== 'string') {
      tell(step, 'delta-well-formed', `\`delta\` that is ${describe(delta)}`, 'a fragment of text');
      return;
    }
    if (kind.part === 'output_text' && !isList(logprobs)) {
      tell(step, 'delta-logprobs', `\`logprobs\` that is ${describe(logprobs)}`, 'a list, if only an empty one');
    }
    text.text += delta;
    if (delta !== '' && kind.item !== 'reasoning') step.draft.firstToken ??= step.frame;
  };
}

export function takeTextDone(kind: TextKind): Take {
  return (step) => {
    const text = openText(step, kind);
    if (text === undefined) return;
    const whole = step.event[kind.key];
    const came = `\`${kind.key}\` that is ${describe(whole)}`;
    if (typeof whole !== 'string') tell(step, 'delta-well-formed', came, 'the whole text');
    else if (whole !== text.text) {
      tell(step, 'done-matches-deltas', came, `${shown(text.text)}, the deltas joined`);
      // As clients do; what comes next is held against it, so that one difference is told once.
      text.text = whole;
    }
    const { name } = step.event;
    if (kind.place === 'arguments' && typeof name !== 'string') {
      tell(step, 'arguments-done-named', `\`name\` that is ${describe(name)}`, 'the name of the function');
    }
    text.ended = true;
  };
}

/** What an event continues or ends: a part of its item, or the arguments. */
function openText(step: Step, kind: TextKind): TextDraft | undefined {
  const item = itemOf(step);
  if (item === undefined) return undefined;
  if (item.type !== kind.item) {
    const came = `${typeOf(step)} in an item of type ${shown(item.type)}`;
    tell(step, 'event-matches-item', came, `that event in an item of type ${kind.item}`);
    return undefined;
  }
  const text = kind.place === 'arguments' ? item.arguments : partFor(step, item, kind, kind.place);
  if (!text?.ended) return text;
  tell(step, 'event-in-part', `${typeOf(step)} behind the end of the text`, 'no more of that text');
  return undefined;
}

function partFor(step: Step, item: ItemDraft, kind: TextKind, place: PartPlace): PartDraft | undefined {
  if (kind.part === 'reasoning_text') takeReasoning(step, item, kind);
  const part = openPart(step, item, place);
  // A part without a type has been told of; it is what its events make of it.
  if (part?.type === '' && kind.part !== undefined) part.type = kind.part;
  if (part === undefined || part.type === kind.part) return part;
  const came = `${typeOf(step)} in a part of type ${shown(part.type)}`;
  tell(step, 'delta-matches-part', came, `that event in a part of type ${kind.part}`);
  return undefined;
}

/** Raw reasoning has two spellings, and no specification says that its part is added before it. */
function takeReasoning(step: Step, { content }: ItemDraft, { event: spelling }: TextKind): void {
  const { draft } = step;
  draft.reasoning ??= spelling;
  if (spelling !== draft.reasoning) tell(step, 'reasoning-spelled-once', typeOf(step), `${draft.reasoning}, as before`);
  if (step.event['content_index'] === content.length) {
    content.push({ type: 'reasoning_text', text: '', implied: true, ended: false, done: false });
  }
}
