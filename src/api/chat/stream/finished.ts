import { isJsonObject, type Json } from '../../../json/index.js';
import { parseJson } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { finishMatchesToolCalls } from '../rules/finish.js';
import { choiceOf } from './answer.js';
import type { ChatStreamLog } from './rules.js';
import { type ChoiceDraft, stateOf } from './state.js';

/** What can only be said of a choice that is whole. */
export function checkFinished(choice: ChoiceDraft, frame: number, log: ChatStreamLog, sent: Json | undefined): void {
  const { finish } = choice;
  const state = stateOf(choice);
  if (finish !== undefined) {
    for (const { expected } of finishMatchesToolCalls({ choices: [choiceOf(choice)] }, sent)) {
      const came = `\`finish_reason\` ${shown(finish)} behind ${count(choice.calls.size)}`;
      log.report('finish-matches-tool-calls', { frame, state, legal: String(expected), came });
    }
  }
  const calls = [...choice.calls.values()];
  // A choice that was cut off may leave its last call unfinished, not those before.
  const whole = finish === 'length' || finish === 'content_filter' ? calls.slice(0, -1) : calls;
  for (const { index, arguments: text } of whole) {
    if (isJsonObject(parseJson(text))) continue;
    const came = `the end of tool call ${index} with the arguments ${shown(text)}`;
    log.report('tool-arguments-object', { frame, state, legal: 'arguments that join to a JSON object', came });
  }
}

function count(calls: number): string {
  return calls === 0 ? 'no tool call' : calls === 1 ? 'a tool call' : `${calls} tool calls`;
}
