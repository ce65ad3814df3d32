import { reasoningItem } from '../../../testing/responses-bodies.js';
import {
  call,
  called,
  completing,
  created,
  delta,
  finishing,
  numbered,
  ofPart,
  ofReasoning,
  openReasoning,
  partAdded,
  partDone,
  reasoned,
  saying,
  textDone,
  textPart,
} from '../../../testing/responses-stream.js';
import { type BrokenStreams, callAdded, restOfCall, within, without } from './variants.js';

export const brokenParts = {
  'parts-indexed': [
    [within(partAdded(textPart(''), { content_index: 1 }), ...saying, partDone()), ['parts-indexed']],
    [within(partAdded(), ...saying, partDone(), partAdded()), ['parts-indexed', 'part-done', 'item-matches-events']],
  ],
  'part-added-whole': [
    [within(partAdded({ type: 'output_text', annotations: [] }), ...saying, partDone()), ['part-added-whole']],
    [within(partAdded(null), ...saying, partDone()), ['part-added-whole']],
    [
      numbered([
        created,
        callAdded,
        ofPart('content_part.added', { item_id: 'fc_1', part: textPart('') }),
        ...restOfCall,
        completing([call]),
      ]),
      ['part-added-whole', 'part-done'],
    ],
  ],
  'event-in-part': [
    [within(delta('Hi'), partAdded(), ...saying, partDone()), ['event-in-part']],
    [within(partAdded(), delta('Hi', { content_index: 1 }), ...saying, partDone()), ['event-in-part']],
    [within(partAdded(), delta('Hi', { content_index: null }), ...saying, partDone()), ['event-in-part']],
    [within(partAdded(), ...saying, delta('!'), partDone()), ['event-in-part']],
    [within(partAdded(), ...saying, textDone('Hello.'), partDone()), ['event-in-part']],
    [within(partAdded(), ...saying, partDone(), partDone()), ['event-in-part']],
    [
      numbered([created, ...called.slice(0, -1), ...called.slice(1, 2), ...called.slice(-1), completing([call])]),
      ['event-in-part'],
    ],
  ],
  'delta-matches-part': [
    [within(partAdded(), ofPart('refusal.delta', { delta: 'No.' }), ...saying, partDone()), ['delta-matches-part']],
  ],
  'delta-well-formed': [
    [within(partAdded(), delta(null), ...saying, partDone()), ['delta-well-formed']],
    [within(partAdded(), delta('Hello.'), textDone(null), partDone()), ['delta-well-formed']],
    [
      numbered([
        created,
        ...called.slice(0, 2),
        { ...called[2], delta: { city: 'Bern' } },
        { ...called[3], arguments: '{"city":"Bern"}' },
        ...called.slice(4),
        completing([call]),
      ]),
      ['delta-well-formed', 'done-matches-deltas'],
    ],
  ],
  'delta-logprobs': [
    [within(partAdded(), without(delta('Hello.'), 'logprobs'), textDone('Hello.'), partDone()), ['delta-logprobs']],
  ],
  'done-matches-deltas': [
    [within(partAdded(), delta('Hel'), textDone('Hello.'), partDone()), ['done-matches-deltas']],
    [within(partAdded(), textDone('Hello.'), partDone()), ['done-matches-deltas']],
    [within(partAdded(), delta('Hel'), textDone('Hel'), partDone()), ['done-matches-deltas']],
    [within(partAdded(), ...saying, partDone(null)), ['done-matches-deltas']],
    [numbered([created, ...called.slice(0, 2), ...called.slice(3), completing([call])]), ['done-matches-deltas']],
  ],
  'arguments-done-named': [
    [
      numbered([
        created,
        ...called.slice(0, 3),
        without(called[3] ?? {}, 'name'),
        ...called.slice(4),
        completing([call]),
      ]),
      ['arguments-done-named'],
    ],
  ],
  'text-done': [
    [within(partAdded(), delta('Hello.'), partDone()), ['text-done']],
    [numbered([created, ...called.slice(0, 3), ...called.slice(4), completing([call])]), ['text-done']],
    [
      numbered([
        created,
        openReasoning,
        ofReasoning('reasoning_text.delta', { content_index: 0, delta: 'Hm.' }),
        finishing({ ...reasoningItem, summary: [] }),
        completing([{ ...reasoningItem, summary: [] }]),
      ]),
      ['text-done'],
    ],
  ],
  'part-done': [
    [within(partAdded(), ...saying), ['part-done']],
    [within(partAdded(), delta('Hello.')), ['part-done']],
    [numbered([created, ...reasoned.slice(0, -2), ...reasoned.slice(-1), completing([reasoningItem])]), ['part-done']],
  ],
  'reasoning-spelled-once': [
    [
      numbered([
        created,
        openReasoning,
        ofReasoning('reasoning_text.delta', { content_index: 0, delta: 'Hm.' }),
        ofReasoning('reasoning.done', { content_index: 0, text: 'Hm.' }),
        finishing({ ...reasoningItem, summary: [] }),
        completing([{ ...reasoningItem, summary: [] }]),
      ]),
      ['reasoning-spelled-once'],
    ],
  ],
} satisfies Readonly<Record<string, BrokenStreams>>;
