import { isJsonObject, type Json, type JsonObject } from '../../../json/index.js';
import { describe } from '../../describe.js';
import { objectAt, textAt } from '../../fields.js';
import { shown } from '../../stream/index.js';
import { partFault } from '../part.js';
import { textOfPart, thoughtOfPart } from '../read-answer.js';
import type { GeminiStreamLog } from './rules.js';
import { type CandidateDraft, type GeminiDraft, stateOf } from './state.js';

export function takePart(
  draft: GeminiDraft,
  speaker: CandidateDraft,
  part: Json,
  frame: number,
  log: GeminiStreamLog,
): void {
  const fault = partFault(part);
  if (fault !== undefined) {
    const which = fault.key === '' ? 'a part that' : `a part whose \`${fault.key}\``;
    const came = `${which} is ${describe(fault.found)}`;
    log.report('content-well-formed', { frame, state: stateOf(speaker), legal: `${which} is ${fault.expected}`, came });
  }
  if (!isJsonObject(part)) return;
  const text = textOfPart(part);
  speaker.text += text;
  speaker.thoughts += thoughtOfPart(part);
  const call = objectAt(part, 'functionCall');
  if (call !== undefined) takeFunctionCall(speaker, call, frame, log);
  if (text !== '' || call !== undefined) draft.firstToken ??= frame;
}

function takeFunctionCall(speaker: CandidateDraft, call: JsonObject, frame: number, log: GeminiStreamLog): void {
  const at = { frame, state: stateOf(speaker) };
  if (!textAt(call, 'name')) {
    const came = `a function call whose name is ${describe(call['name'])}`;
    log.report('tool-calls-named', { ...at, legal: 'a function call with a name', came });
  }
  const args = call['args'] ?? {};
  if (!isJsonObject(args)) {
    const came = `a function call whose args are ${describe(args)}`;
    log.report('tool-arguments-object', { ...at, legal: 'a function call whose args are an object', came });
  }
  const id = textAt(call, 'id');
  if (id && speaker.callIds.has(id)) {
    const came = `a function call with the id ${shown(id)} of another`;
    log.report('tool-ids-unique', { ...at, legal: 'an id that no other function call has', came });
  }
  if (id) speaker.callIds.add(id);
  speaker.calls.push(call);
}
