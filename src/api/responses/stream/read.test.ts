import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../json/index.js';
import { createSseDecoder } from '../../../wire/index.js';
import { reasoningItem, response } from '../../testing/responses-bodies.js';
import {
  adding,
  call,
  callEvents,
  called,
  completed,
  completing,
  created,
  creating,
  cutting,
  delta,
  failing,
  finishing,
  flatError,
  keepalive,
  message,
  nestedError,
  numbered,
  ofPart,
  ofReasoning,
  opened,
  openReasoning,
  partAdded,
  partDone,
  progress,
  reasoned,
  refusal,
  refused,
  said,
  secondCall,
  textDone,
  textPart,
  whole,
} from '../../testing/responses-stream.js';
import { framesOf, named } from '../../testing/streams.js';
import { responses } from '../index.js';

const read = (stream: string) => responses.readStream(framesOf(stream));
const done = 'data: [DONE]\n\n';

describe('a legal stream', () => {
  it('gives the answer, the first token and the end', () => {
    expect(read(numbered([created, progress, ...said, completed]))).toEqual({
      answer: responses.readAnswer(response()),
      violations: [],
      end: 'complete',
      firstToken: 4,
      terminal: 9,
    });
  });

  it('brings reasoning, a message and two function calls', () => {
    const at = (index: number) => (event: JsonObject) => ({ ...event, output_index: index });
    const calls = [...callEvents(call, 2), ...callEvents(secondCall, 3)];
    const output = [reasoningItem, message, call, secondCall];
    const reading = read(numbered([created, ...reasoned, ...said.map(at(1)), ...calls, completing(output)]));
    expect(reading.violations).toEqual([]);
    expect(reading.firstToken).toBe(9);
    expect(reading.answer).toEqual(responses.readAnswer(response({ output })));
  });

  it('counts neither reasoning nor empty deltas as a first token', () => {
    const reading = read(numbered([created, ...called, completing([call])]));
    expect(reading).toMatchObject({ violations: [], firstToken: 3 });
    expect(read(numbered([created, ...reasoned, completing([reasoningItem])]))).not.toHaveProperty('firstToken');
  });

  it('brings a refusal in its own place', () => {
    const reading = read(numbered([created, ...refused, completing([refusal])]));
    expect(reading).toMatchObject({
      violations: [],
      firstToken: 3,
      answer: { text: '', refusal: "I can't help with that.", finish: 'filtered' },
    });
  });

  it('may be cut off by the tokens it was given', () => {
    const reading = read(numbered([created, opened, partAdded(), delta('Hel'), cutting([])]));
    expect(reading).toMatchObject({
      violations: [],
      end: 'complete',
      answer: { text: 'Hel', finish: 'length', rawFinish: 'max_output_tokens' },
    });
  });

  it('ends with [DONE] when that comes: nothing may follow it, and it itself may follow', () => {
    expect(read(numbered([...whole, done]))).toMatchObject({ violations: [], end: 'complete', terminal: 9 });
  });
});

describe('a stream that does not complete', () => {
  it.each([
    ['flat', flatError],
    ['nested', nestedError],
  ])('keeps what was said before an error that is %s', (_, error) => {
    expect(read(numbered([created, opened, partAdded(), delta('Hel'), error]))).toMatchObject({
      answer: { text: 'Hel' },
      violations: [],
      end: 'error',
      error: { message: 'Overloaded.', frame: 4 },
    });
  });

  it('may say so in a failed response, alone or behind the error', () => {
    const failed = read(numbered([created, opened, partAdded(), delta('Hel'), failing()]));
    expect(failed).toMatchObject({
      answer: { text: 'Hel' },
      violations: [],
      end: 'error',
      error: { message: 'Overloaded.', frame: 4 },
      terminal: 4,
    });
    expect(failed.answer).not.toHaveProperty('finish');
    expect(read(numbered([created, nestedError, failing(), done]))).toMatchObject({
      violations: [],
      end: 'error',
      error: { frame: 1 },
    });
  });

  it('may fail before the response begins', () => {
    expect(read(numbered([nestedError]))).toMatchObject({ answer: undefined, violations: [], end: 'error' });
  });

  it('keeps what was said before a cut, in text and in arguments', () => {
    expect(read(numbered([created, ...said]))).toMatchObject({ answer: { text: 'Hello.' }, end: 'cut' });
    expect(read(numbered([created, ...called.slice(0, 3)])).answer?.toolCalls).toEqual([
      { id: 'call_1', name: 'weather', arguments: { city: 'Bern' } },
    ]);
  });
});

const raw = (spelling: string) => [
  openReasoning,
  ofReasoning(`${spelling}.delta`, { content_index: 0, delta: 'Hm.' }),
  ofReasoning(`${spelling}.done`, { content_index: 0, text: 'Hm.' }),
  finishing({ ...reasoningItem, summary: [] }),
];
const rawOutput = completing([{ ...reasoningItem, summary: [] }]);
const [addedFirst, ...restOfFirst] = callEvents(call, 0) as [JsonObject, ...JsonObject[]];
const [addedSecond, ...restOfSecond] = callEvents(secondCall, 1) as [JsonObject, ...JsonObject[]];

describe('a neutral variant', () => {
  it.each<[string, string]>([
    ['CRLF', numbered(whole, { lineEnd: '\r\n' })],
    ['CR', numbered(whole, { lineEnd: '\r' })],
    ['no space behind the colon', numbered(whole, { space: '' })],
    ['comments', numbered([': hello\n\n', created, ': ping\n\n', ...said, completed])],
    ['[DONE] at the end', numbered([...whole, done])],
    ['keep-alives without a number', named(['event: keepalive\ndata: {"type":"keepalive"}\n\n', numbered(whole)])],
    ['keep-alives with a number', numbered([keepalive, created, keepalive, ...said, keepalive, completed])],
    ['numbers from another start', numbered(whole).replaceAll('"sequence_number":', '"sequence_number":1')],
    ['an event of a vendor', numbered([created, { type: 'databricks:trace', trace: {} }, ...said, completed])],
    [
      'a queued response',
      numbered([creating({ status: 'queued' }), { ...created, type: 'response.queued' }, ...said, completed]),
    ],
    ['extra unknown fields', numbered(whole.map((event) => ({ ...event, obfuscation: 'x', mood: {} })))],
    ['no items at all', numbered([created, completing([])])],
    [
      'a message without parts',
      numbered([created, opened, finishing({ ...message, content: [] }), completing([{ ...message, content: [] }])]),
    ],
    [
      'two parts',
      numbered([
        created,
        opened,
        partAdded(),
        delta('Hello.'),
        textDone('Hello.'),
        partDone(),
        ...[partAdded(textPart('')), textDone(''), partDone(textPart(''))].map((event) => ({
          ...event,
          content_index: 1,
        })),
        finishing({ ...message, content: [textPart('Hello.'), textPart('')] }),
        completing([{ ...message, content: [textPart('Hello.'), textPart('')] }]),
      ]),
    ],
    [
      'an annotation',
      numbered([
        created,
        opened,
        partAdded(),
        delta('Hello.'),
        ofPart('output_text.annotation.added', { annotation_index: 0, annotation: {} }),
        textDone('Hello.'),
        partDone({ ...textPart('Hello.'), annotations: [{}] }),
        finishing({ ...message, content: [{ ...textPart('Hello.'), annotations: [{}] }] }),
        completed,
      ]),
    ],
    [
      'an item of a hosted tool',
      numbered([
        created,
        adding({ id: 'ws_1', type: 'web_search_call', status: 'in_progress' }),
        { type: 'response.web_search_call.searching', output_index: 0, item_id: 'ws_1' },
        finishing({ id: 'ws_1', type: 'web_search_call', status: 'completed', action: {} }),
        completing([{ id: 'ws_1', type: 'web_search_call', status: 'completed', action: {} }]),
      ]),
    ],
    [
      'items that are open together',
      numbered([created, addedFirst, addedSecond, ...restOfSecond, ...restOfFirst, completing([call, secondCall])]),
    ],
    ["raw reasoning in OpenAI's spelling", numbered([created, ...raw('reasoning_text'), rawOutput])],
    ['raw reasoning in the spelling of Open Responses', numbered([created, ...raw('reasoning'), rawOutput])],
    [
      'reasoning that is not shown',
      numbered([created, openReasoning, finishing({ ...reasoningItem, summary: [] }), rawOutput]),
    ],
    [
      'a call that was cut off',
      numbered([
        created,
        ...callEvents({ ...call, status: 'incomplete' }, 0, '{"ci'),
        cutting([{ ...call, status: 'incomplete', arguments: '{"ci' }]),
      ]),
    ],
    [
      'a cut-off item that the output has',
      numbered([created, opened, partAdded(), delta('Hel'), cutting([{ ...message, status: 'incomplete' }])]),
    ],
    [
      'incomplete, and without usage',
      numbered([
        created,
        ...said,
        cutting([message], { usage: null, incomplete_details: { reason: 'content_filter' } }),
      ]),
    ],
  ])('is left alone: %s', (_, stream) => {
    expect(read(stream)).toMatchObject({ violations: [], end: 'complete' });
  });

  it('is left alone: one byte at a time', () => {
    const decoder = createSseDecoder();
    for (const byte of Buffer.from(numbered(whole))) decoder.push(Uint8Array.of(byte), 0);
    expect(responses.readStream(decoder.end().frames)).toEqual(read(numbered(whole)));
  });
});
