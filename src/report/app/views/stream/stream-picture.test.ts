import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apis } from '../../../../api/loading.js';
import { exchangeRecord } from '../../../../journal/testing/make-events.js';
import { decodeSse } from '../../../../wire/index.js';
import { splitFrames } from './frames.js';
import { longestGapOf, pictureOf, rowsOf } from './stream-picture.js';
import { placeLabels } from './strip-labels.js';

const streamOf = (events: readonly object[]) =>
  events.map((event) => `data: ${'raw' in event ? event.raw : JSON.stringify(event)}\n\n`).join('');

function pictured(body: string, over: Parameters<typeof exchangeRecord>[0] = {}) {
  const headers = [['content-type', 'text/event-stream']] as const;
  const response = { status: 200, headers, body: { kind: 'text', text: body, bytes: body.length } } as const;
  return pictureOf(exchangeRecord({ response, ...over }));
}

const delta = (fields: object) => ({ choices: [{ index: 0, delta: fields, finish_reason: null }] });
const call = { tool_calls: [{ index: 0, id: 'c', type: 'function', function: { name: 'f', arguments: '' } }] };
const fragment = { tool_calls: [{ index: 0, function: { arguments: '{}' } }] };
const candidate = (...parts: object[]) => ({ candidates: [{ index: 0, content: { role: 'model', parts } }] });
const block = (type: string, over: object = {}) => ({
  type: 'content_block_start',
  index: 0,
  content_block: { type, ...over },
});
const blockDelta = (fields: object) => ({ type: 'content_block_delta', index: 0, delta: fields });
const responses = (type: string, value: string) => ({
  type: `response.${type}.delta`,
  delta: value,
  item_id: 'i',
  output_index: 0,
  content_index: 0,
});

const done = { raw: '[DONE]' };

describe('the first token', () => {
  it.each([
    ['chat', 'choices[*].delta.content', [delta({ role: 'assistant', content: '' }), delta({ content: 'Hi' }), done]],
    ['chat', 'choices[*].delta.refusal', [delta({ role: 'assistant' }), delta({ refusal: 'No' }), done]],
    [
      'chat',
      'choices[*].delta.tool_calls[*].function.arguments',
      [delta({ role: 'assistant', ...call }), delta(fragment), done],
    ],
    ['chat', undefined, [delta({ role: 'assistant', reasoning_content: 'Hm' }), done]],
    [
      'gemini',
      'candidates[*].content.parts[*].text',
      [candidate({ text: 'Hm', thought: true }), candidate({ text: 'Hi' })],
    ],
    ['gemini', 'candidates[*].content.parts[*].functionCall', [candidate({ functionCall: { name: 'f', args: {} } })]],
    [
      'messages',
      'delta.text',
      [
        { type: 'message_start', message: {} },
        block('text', { text: '' }),
        blockDelta({ type: 'text_delta', text: 'Hi' }),
        { type: 'message_stop' },
      ],
    ],
    [
      'messages',
      'delta.partial_json',
      [
        block('tool_use', { id: 't', name: 'f', input: {} }),
        blockDelta({ type: 'input_json_delta', partial_json: '{' }),
      ],
    ],
    [
      'messages',
      undefined,
      [block('thinking', { thinking: '' }), blockDelta({ type: 'thinking_delta', thinking: 'Hm' })],
    ],
  ] as const)('is that which the reader of %s finds: %s', (api, by, events) => {
    const body = streamOf(events);
    const picture = pictured(body);
    expect(picture?.firstToken?.by).toBe(by);
    expect(picture?.firstToken?.index).toBe(apis[api].readStream(decodeSse(Buffer.from(body)).frames).firstToken);
  });

  it('of Responses is the first delta that is no reasoning', () => {
    const body = streamOf([responses('reasoning_summary_text', 'Hm'), responses('output_text', 'Hi')]);
    expect(pictured(body)?.firstToken).toEqual({ index: 1, by: 'delta of response.output_text.delta' });
  });
});

describe('the terminal event', () => {
  it.each([
    ['[DONE]', done],
    ['message_stop', { type: 'message_stop' }],
    ['response.completed', { type: 'response.completed', response: {} }],
    ['response.failed', { type: 'response.failed', response: {} }],
    ['candidates[*].finishReason', { candidates: [{ finishReason: 'STOP' }] }],
    ['error', { error: { message: 'overloaded' } }],
    [undefined, delta({ content: 'Hi' })],
  ])('%s', (by, event) => {
    expect(pictured(streamOf([delta({ content: 'a' }), event]))?.terminal?.by).toBe(by);
  });
});

describe('of several terminal events', () => {
  it('the last counts', () => {
    expect(pictured(streamOf([{ error: { message: 'overloaded' } }, done]))?.terminal).toEqual({
      index: 1,
      by: '[DONE]',
    });
  });
});

describe('the picture of a stream', () => {
  it('counts from when the request left our queue', () => {
    const times = {
      startedAt: 0,
      dequeued: 50,
      connected: 60,
      firstByte: 150,
      pieces: [{ end: 11, at: 250 }],
      end: 350,
    };
    expect(pictured('data: 1234\n\n'.slice(1), { times })).toMatchObject({
      firstByte: 100,
      end: 300,
      rows: [{ at: 200 }],
    });
  });

  it('is not drawn of anything else', () => {
    expect(pictureOf(exchangeRecord())).toBeUndefined();
    expect(pictured('')).toBeUndefined();
  });
});

const arrivals = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(100)), { minLength: 1, maxLength: 30 })
  .map((steps) => {
    let [end, at] = [0, 0];
    return steps.map(([bytes, ms]) => {
      end += bytes;
      at += ms;
      return { end, at };
    });
  });
const frames = splitFrames('data: 1\n\n'.repeat(30));

describe('arrivals', () => {
  it('are those of the piece that holds the last byte of an event', () => {
    fc.assert(
      fc.property(arrivals, (pieces) => {
        for (const { frame, at } of rowsOf(frames, pieces)) {
          expect(at).toBe(pieces.find(({ end }) => end >= frame.end)?.at);
        }
      }),
    );
  });

  it('leave gaps that add up to the time between the first and the last', () => {
    fc.assert(
      fc.property(arrivals, (pieces) => {
        const rows = rowsOf(frames, pieces).filter(({ at }) => at !== undefined);
        const sum = rows.reduce((all, { gap = 0 }) => all + gap, 0);
        expect(sum).toBe((rows.at(-1)?.at ?? 0) - (rows[0]?.at ?? 0));
      }),
    );
  });

  it('have a longest gap, that before a cut included', () => {
    fc.assert(
      fc.property(arrivals, fc.option(fc.nat(150), { nil: undefined }), (pieces, silence) => {
        const last = pieces.at(-1)?.at ?? 0;
        const moments = [...pieces.map(({ at }) => at), ...(silence === undefined ? [] : [last + silence])];
        const longest = Math.max(0, ...moments.slice(1).map((at, index) => at - (moments[index] ?? at)));
        const cutAt = silence === undefined ? undefined : last + silence;
        expect(longestGapOf(rowsOf(frames, pieces), pieces, cutAt)?.ms ?? 0).toBe(longest);
      }),
    );
  });
});

describe('the labels over a stream', () => {
  it('stay within the picture and cover none of the others', () => {
    const labels = fc.array(fc.record({ words: fc.string({ maxLength: 20 }), x: fc.nat(900) }), { maxLength: 6 });
    fc.assert(
      fc.property(labels, (given) => {
        const placed = placeLabels(given, 900);
        for (const [index, one] of placed.entries()) {
          expect(one.right).toBeLessThanOrEqual(900);
          const covered = placed.filter(
            (other, at) => at !== index && other.row === one.row && other.left < one.right && one.left < other.right,
          );
          expect(covered).toEqual([]);
        }
      }),
    );
  });
});
