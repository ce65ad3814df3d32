import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../../json/index.js';
import { jsonObjects } from '../../testing/json-objects.js';
import { functionCallItem, messageItem, response } from '../../testing/responses-bodies.js';
import {
  adding,
  completing,
  created,
  delta,
  finishing,
  numbered,
  ofPart,
  openMessage,
  partAdded,
  partDone,
  textDone,
  textPart,
} from '../../testing/responses-stream.js';
import { framesOf } from '../../testing/streams.js';
import { responses } from '../index.js';

const fragments = fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 });
const said = fc.record({ text: fragments, refusal: fragments, calls: fc.array(jsonObjects, { maxLength: 3 }) });

it('gives the answer of the whole response, whatever was said and however it was cut', () => {
  fc.assert(
    fc.property(said, ({ text, refusal, calls }) => {
      const parts = [textPart(text.join('')), { type: 'refusal', refusal: refusal.join('') }];
      const message = messageItem({}, parts);
      const items = calls.map((input, n) =>
        functionCallItem({ id: `fc_${n}`, call_id: `call_${n}`, arguments: JSON.stringify(input) }),
      );
      const second = (event: JsonObject) => ({ ...event, content_index: 1 });
      const events = [
        adding(openMessage),
        partAdded(),
        ...text.map((each) => delta(each)),
        textDone(text.join('')),
        partDone(parts[0]),
        second(partAdded({ type: 'refusal', refusal: '' })),
        ...refusal.map((each) => second(ofPart('refusal.delta', { delta: each }))),
        second(ofPart('refusal.done', { refusal: refusal.join('') })),
        second(partDone(parts[1])),
        finishing(message),
        ...items.flatMap((item, n) => callOf(item, n + 1)),
      ];
      const output = [message, ...items];
      const reading = responses.readStream(framesOf(numbered([created, ...events, completing(output)])));
      expect(reading.violations).toEqual([]);
      expect(reading.answer).toEqual(responses.readAnswer(response({ output })));
    }),
  );
});

/** The arguments come one character at a time. */
function callOf(item: JsonObject, index: number): readonly JsonObject[] {
  const text = String(item['arguments']);
  const of = { item_id: item['id'] ?? null, output_index: index };
  return [
    adding({ ...item, status: 'in_progress', arguments: '' }, index),
    ...[...text].map((each) => ({ type: 'response.function_call_arguments.delta', ...of, delta: each })),
    { type: 'response.function_call_arguments.done', ...of, arguments: text, name: 'weather' },
    finishing(item, index),
  ];
}
