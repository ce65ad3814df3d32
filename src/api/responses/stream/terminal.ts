import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { listAt, objectAt, parseJson, textAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { incompleteReason, incompleteReasons } from '../finish.js';
import { begin } from './created.js';
import { messageOf } from './error.js';
import { partialResponse, takeIdentity } from './response.js';
import type { ItemDraft } from './state.js';
import { type Step, type Take, tell, typeOf } from './step.js';
import { differenceOf, finalItem } from './streamed-item.js';
import { checkUsage } from './usage.js';

/** What can only be said of a whole response. Of a stream that was cut, or that failed, none of it can be asked. */
export function takeTerminal(status: 'completed' | 'incomplete'): Take {
  return (step) => {
    const response = end(step, status);
    const isCompleted = status === 'completed';
    checkItemsDone(step, isCompleted);
    checkArguments(step, isCompleted);
    checkOutput(step, response);
    checkUsage(step, response, isCompleted);
    const reason = incompleteReason(response);
    if (!isCompleted && !incompleteReasons.has(reason ?? '')) {
      const came = `\`incomplete_details\` whose reason is ${describe(reason)}`;
      tell(step, 'finish-reason-known', came, [...incompleteReasons.keys()].join(' or '));
    }
    step.draft.finished = response;
    step.draft.phase = 'ended';
  };
}

/** Comes alone, or behind an error that has told the same. */
export function takeFailed(step: Step): void {
  const { draft, frame } = step;
  const response = end(step, 'failed');
  const message = messageOf(step, { error: response['error'] ?? null });
  draft.error ??= { message, frame };
  draft.phase = 'ended';
}

function end(step: Step, status: string): JsonObject {
  const { draft, event, frame } = step;
  begin(step);
  const partial = partialResponse(event, [status]);
  if (partial !== undefined) {
    const legal = `a response with every required field and the status ${status}`;
    tell(step, 'terminal-whole', partial, legal);
  }
  takeIdentity(step);
  draft.terminal = frame;
  return objectAt(event, 'response') ?? {};
}

/** An answer may be cut off in its last item. */
function wholeItems({ draft: { items } }: Step, isCompleted: boolean): readonly ItemDraft[] {
  return isCompleted ? items : items.slice(0, -1);
}

function checkItemsDone(step: Step, isCompleted: boolean): void {
  const item = wholeItems(step, isCompleted).find(({ done }) => done === undefined);
  if (item === undefined) return;
  const came = `${typeOf(step)} before item ${item.index} was done`;
  tell(step, 'item-done', came, 'response.output_item.done of that item');
}

function checkArguments(step: Step, isCompleted: boolean): void {
  for (const item of wholeItems(step, isCompleted)) {
    const final = finalItem(item);
    // An item that was never done has been told of.
    if (item.type !== 'function_call' || item.done === undefined || final['status'] === 'incomplete') continue;
    const text = textAt(final, 'arguments') ?? '';
    if (isJsonObject(parseJson(text))) continue;
    step.log.report('tool-arguments-object', {
      frame: item.done.frame,
      state: `item ${item.index} open`,
      legal: 'arguments that are the JSON text of an object',
      came: `response.output_item.done with the arguments ${shown(text)}`,
    });
  }
}

function checkOutput(step: Step, response: JsonObject): void {
  const output = listAt(response, 'output');
  // Without the list the response is not whole, which has been told.
  if (output === undefined) return;
  // What was never done has been told of, or is where the response was cut off: it may be left out.
  const undone = new Set(step.draft.items.flatMap(({ done, id }) => (done === undefined ? (id ?? []) : [])));
  const found = output.filter((item) => !undone.has(textAt(objectOf(item), 'id') ?? ''));
  const streamed = step.draft.items.filter(({ done }) => done !== undefined).map(finalItem);
  if (found.length !== streamed.length) {
    const came = `an output of ${found.length} items`;
    tell(step, 'output-matches-items', came, `the ${streamed.length} that were streamed`);
    return;
  }
  for (const [position, expected] of streamed.entries()) {
    const item = objectOf(found[position]);
    const difference =
      expected['id'] === item['id']
        ? differenceOf(expected, item)
        : { key: 'id', expected: describe(expected['id']), found: describe(item['id']) };
    if (difference === undefined) continue;
    const came = `item ${position} of the output, whose \`${difference.key}\` is ${difference.found},`;
    tell(step, 'output-matches-items', came, `${difference.expected}, as it was streamed`);
    return;
  }
}

function objectOf(item: Json | undefined): JsonObject {
  return isJsonObject(item) ? item : {};
}
