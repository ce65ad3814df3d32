import { takeCreated, takeProgress } from './created.js';
import { takeError } from './error.js';
import { takeItemAdded } from './item-added.js';
import { takeItemDone } from './item-done.js';
import { itemOf } from './item-of.js';
import { takePartAdded, takePartDone } from './part.js';
import type { Take } from './step.js';
import { takeFailed, takeTerminal } from './terminal.js';
import { takeTextDelta, takeTextDone } from './text.js';
import { textKinds } from './text-kinds.js';

/** Of hosted tools and other things that this harness does not ask for. They belong to an item all the same. */
const ofOtherItems = [
  'response.output_text.annotation.added',
  'response.custom_tool_call_input.delta',
  'response.custom_tool_call_input.done',
  'response.file_search_call.in_progress',
  'response.file_search_call.searching',
  'response.file_search_call.completed',
  'response.web_search_call.in_progress',
  'response.web_search_call.searching',
  'response.web_search_call.completed',
  'response.code_interpreter_call.in_progress',
  'response.code_interpreter_call.interpreting',
  'response.code_interpreter_call.completed',
  'response.code_interpreter_call_code.delta',
  'response.code_interpreter_call_code.done',
  'response.image_generation_call.in_progress',
  'response.image_generation_call.generating',
  'response.image_generation_call.partial_image',
  'response.image_generation_call.completed',
  'response.mcp_list_tools.in_progress',
  'response.mcp_list_tools.completed',
  'response.mcp_list_tools.failed',
  'response.mcp_call.in_progress',
  'response.mcp_call.completed',
  'response.mcp_call.failed',
  'response.mcp_call_arguments.delta',
  'response.mcp_call_arguments.done',
];

/** What each event does to the draft, by its type. */
export const events: ReadonlyMap<string, Take> = new Map<string, Take>([
  ['keepalive', () => {}],
  ['response.created', takeCreated],
  ['response.queued', takeProgress],
  ['response.in_progress', takeProgress],
  ['response.output_item.added', takeItemAdded],
  ['response.output_item.done', takeItemDone],
  ['response.content_part.added', takePartAdded('content')],
  ['response.content_part.done', takePartDone('content')],
  ['response.reasoning_summary_part.added', takePartAdded('summary')],
  ['response.reasoning_summary_part.done', takePartDone('summary')],
  ...textKinds.flatMap((kind): readonly (readonly [string, Take])[] => [
    [`${kind.event}.delta`, takeTextDelta(kind)],
    [`${kind.event}.done`, takeTextDone(kind)],
  ]),
  ...ofOtherItems.map((type): readonly [string, Take] => [type, (step) => void itemOf(step)]),
  ['response.completed', takeTerminal('completed')],
  ['response.incomplete', takeTerminal('incomplete')],
  ['response.failed', takeFailed],
  ['error', takeError],
]);
