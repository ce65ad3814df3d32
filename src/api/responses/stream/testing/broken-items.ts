import type { Json, JsonObject } from '../../../../json/index.js';
import { functionCallItem, messageItem, reasoningItem } from '../../../testing/responses-bodies.js';
import {
  adding,
  call,
  callEvents,
  called,
  completed,
  completing,
  created,
  cutting,
  delta,
  finishing,
  message,
  numbered,
  ofPart,
  ofReasoning,
  opened,
  openMessage,
  openReasoning,
  partAdded,
  partDone,
  reasoned,
  said,
  saying,
  secondCall,
  textDone,
  textPart,
} from '../../../testing/responses-stream.js';
import { type BrokenStreams, callAdded, calling, ending, restOfCall, within, without } from './variants.js';

const arguing = (text: string, last = completing([{ ...call, arguments: text }])): string =>
  numbered([created, ...callEvents(call, 0, text), last]);
const at = (index: Json) => (each: JsonObject) => ({ ...each, output_index: index });

export const brokenItems = {
  'items-indexed': [
    [numbered([created, ...said.map(at(1)), completed]), ['items-indexed']],
    [numbered([created, ...said, ...callEvents(call, 0), completing([message, call])]), ['items-indexed']],
    [numbered([created, adding(openMessage, null), ...said.slice(1), completed]), ['items-indexed']],
  ],
  'item-added-whole': [
    [calling(adding(without(callAdded['item'] as JsonObject, 'call_id'))), ['item-added-whole', 'item-matches-events']],
    [
      calling(adding({ ...functionCallItem({ name: '' }), arguments: '', status: 'in_progress' })),
      ['item-added-whole', 'item-matches-events'],
    ],
    [numbered([created, adding({ ...openMessage, role: 'user' }), ...said.slice(1), completed]), ['item-added-whole']],
    [
      numbered([created, adding({ ...openMessage, status: 'completed' }), ...said.slice(1), completed]),
      ['item-added-whole'],
    ],
    [numbered([created, adding(without(openMessage, 'id')), ...said.slice(1), completed]), ['item-added-whole']],
    [
      numbered([created, adding(null), finishing(null), completing([])]),
      ['item-added-whole', 'item-done-whole', 'output-matches-items'],
    ],
  ],
  'item-starts-empty': [
    [
      numbered([
        created,
        adding({ ...openMessage, content: message['content'] ?? null }),
        finishing(message),
        completed,
      ]),
      ['item-starts-empty'],
    ],
    [
      numbered([created, adding({ ...call, status: 'in_progress' }), ...restOfCall.slice(2), completing([call])]),
      ['item-starts-empty'],
    ],
  ],
  'tool-ids-unique': [
    [
      numbered([
        created,
        ...called,
        ...callEvents({ ...secondCall, call_id: 'call_1' }, 1),
        completing([call, { ...secondCall, call_id: 'call_1' }]),
      ]),
      ['tool-ids-unique'],
    ],
  ],
  'event-in-item': [
    [numbered([created, delta('Hi'), ...said, completed]), ['event-in-item']],
    [numbered([created, ...said, delta('Hi'), completed]), ['event-in-item']],
    [numbered([created, ...said, finishing(message), completed]), ['event-in-item']],
    [
      numbered([
        created,
        opened,
        partAdded(),
        { ...delta('Hi'), output_index: '0' },
        ...saying,
        partDone(),
        finishing(message),
        completed,
      ]),
      ['event-in-item'],
    ],
    // What has no item of its own leaves none behind.
    [numbered([created, ...said.slice(1), completing([])]), Array(3).fill('event-in-item')],
  ],
  'item-id-constant': [
    [
      within(partAdded(), { ...delta('Hello.'), item_id: 'msg_2' }, textDone('Hello.'), partDone()),
      ['item-id-constant'],
    ],
    [within(partAdded(), without(delta('Hello.'), 'item_id'), textDone('Hello.'), partDone()), ['item-id-constant']],
    [ending({ ...message, id: 'msg_2' }, completing([{ ...message, id: 'msg_2' }])), ['item-id-constant']],
  ],
  'event-matches-item': [
    [
      within(partAdded(), ofPart('function_call_arguments.delta', { delta: '{}' }), ...saying, partDone()),
      ['event-matches-item'],
    ],
    [
      numbered([
        created,
        openReasoning,
        ofReasoning('output_text.delta', { content_index: 0, delta: 'a' }),
        ...reasoned.slice(1),
        completing([reasoningItem]),
      ]),
      ['event-matches-item'],
    ],
  ],
  'item-done-whole': [
    [ending({ ...message, status: 'in_progress' }, completed), ['item-done-whole']],
    [ending(null, completing([message])), ['item-done-whole']],
  ],
  'item-matches-events': [
    [
      ending(messageItem({}, [textPart('Bye.')]), completing([messageItem({}, [textPart('Bye.')])])),
      ['item-matches-events'],
    ],
    [ending({ ...message, content: [] }, completing([{ ...message, content: [] }])), ['item-matches-events']],
    [
      ending({ ...message, type: 'reasoning' }, completing([{ ...message, type: 'reasoning' }])),
      ['item-matches-events'],
    ],
    [
      numbered([created, ...called.slice(0, -1), finishing(secondCall), completing([secondCall])]),
      ['item-id-constant', 'item-matches-events'],
    ],
  ],
  'item-done': [
    [numbered([created, ...said.slice(0, -1), completed]), ['item-done']],
    [numbered([created, opened, ...callEvents(call, 1), cutting([call])]), ['item-done']],
  ],
  'tool-arguments-object': [
    [arguing('{"ci'), ['tool-arguments-object']],
    [arguing('"{}"'), ['tool-arguments-object']],
    [
      numbered([
        created,
        ...callEvents(call, 0, ''),
        ...callEvents(secondCall, 1, '{"ci'),
        cutting([
          { ...call, arguments: '' },
          { ...secondCall, arguments: '{"ci' },
        ]),
      ]),
      ['tool-arguments-object'],
    ],
  ],
} satisfies Readonly<Record<string, BrokenStreams>>;
