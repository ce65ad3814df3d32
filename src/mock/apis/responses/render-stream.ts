import type { ModelService } from '../../account/account.js';
import type { Answer } from '../../script/answer.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { itemsOf, type OutputItem } from './items.js';
import { begun, finished } from './render.js';
import type { ResponsesRequest } from './request.js';
import { type StreamEvent, writingOf } from './writing.js';

/** An answer as OpenAI's `ResponseStreamEvent`s. Like OpenAI's own stream it has no end mark behind the last event. */
export function* renderStream(
  answer: Answer,
  service: ModelService,
  request: ResponsesRequest,
): Generator<ServerSentEvent> {
  let number = 0;
  for (const { type, ...fields } of eventsOf(answer, service, request)) {
    yield { event: type, data: JSON.stringify({ type, sequence_number: number, ...fields }) };
    number += 1;
  }
}

function* eventsOf(answer: Answer, service: ModelService, request: ResponsesRequest): Generator<StreamEvent> {
  const response = begun(service, request);
  yield { type: 'response.created', response };
  yield { type: 'response.in_progress', response };
  const items = itemsOf(answer, request);
  for (const [index, item] of items.entries()) {
    yield { type: 'response.output_item.added', output_index: index, item: unwritten(item) };
    for (const event of writingOf(item)) yield { ...event, item_id: item.id, output_index: index };
    yield { type: 'response.output_item.done', output_index: index, item };
  }
  const whole = finished(response, answer, items);
  yield { type: `response.${whole.status}`, response: whole };
}

/** An item as it is announced. */
function unwritten(item: OutputItem): OutputItem {
  switch (item.type) {
    case 'message':
      return { ...item, status: 'in_progress', content: [] };
    case 'function_call':
      return { ...item, status: 'in_progress', arguments: '' };
    case 'reasoning':
      return { ...item, status: 'in_progress', summary: [] };
  }
}
