import type { Deviate } from '../../deviation/deviation.js';
import type { ServerSentEvent } from '../../server-sent-events.js';
import { type Edit, replace } from './edit.js';
import { edited, respond } from './responses.js';
import { editedEvent } from './streams.js';
import { on, responses } from './where.js';

/** Edits response objects of the Responses API, whether they are the answer or stand in the events of a stream. */
export function responseObjects(edit: Edit): Deviate {
  return respond(on(responses), (message) => {
    if (message.status !== 200) return message;
    const { body } = message;
    return body.kind === 'events'
      ? { ...message, body: { ...body, events: inEvents(body.events, edit) } }
      : edited(message, edit);
  });
}

function* inEvents(events: Iterable<ServerSentEvent>, edit: Edit): Generator<ServerSentEvent> {
  for (const event of events) yield editedEvent(event, replace('$.response', edit));
}

/** Edits the output items of Responses, in answers and wherever they stand in a stream. */
export function outputItems(edit: Edit): Deviate {
  return respond(on(responses), (message) => {
    if (message.status !== 200) return message;
    const { body } = message;
    return body.kind === 'events'
      ? { ...message, body: { ...body, events: itemsInEvents(body.events, edit) } }
      : edited(message, replace('$.output[*]', edit));
  });
}

function* itemsInEvents(events: Iterable<ServerSentEvent>, edit: Edit): Generator<ServerSentEvent> {
  for (const event of events) {
    const inItem = editedEvent(event, replace('$.item', edit));
    yield editedEvent(inItem, replace('$.response.output[*]', edit));
  }
}
