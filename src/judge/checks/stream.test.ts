import { describe, expect, it } from 'vitest';
import { apis } from '../../api/loading.js';
import type { Checks } from '../../spec/index.js';
import type { ArrivedPiece } from '../../wire/index.js';
import { answer, judged, messages, refuted } from '../testing/answers.js';

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl_1',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'some-model',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`;
const frames = [
  chunk({ role: 'assistant', content: '' }),
  ': alive\n\n',
  chunk({ content: 'Hel' }),
  chunk({ content: 'lo.' }),
  chunk({}, 'stop'),
  'data: [DONE]\n\n',
];

/** Frame by frame, each at its moment; `sent` is when the request left the queue. */
function arrived(ats: readonly number[], sent = 100): { pieces: readonly ArrivedPiece[]; dequeued: number } {
  const ends = frames.map((_, index) => frames.slice(0, index + 1).join('').length);
  return { dequeued: sent, pieces: ats.map((at, index) => ({ end: ends[index] ?? 0, at })) };
}

const headers = { 'content-type': 'text/event-stream' };
const streamed = (given: Partial<Parameters<typeof answer>[0]> = {}) =>
  answer({
    text: frames.join(''),
    headers,
    sent: { stream: true },
    times: arrived([300, 310, 600, 900, 910, 920]),
    ...given,
  });
const judgeStream = (stream: NonNullable<Checks['stream']>, subject = streamed()) => judged({ stream }, subject);

describe('the number of frames', () => {
  it('is that of the frames in which a client sees an event', () => {
    expect(judgeStream({ frames: { least: 5, most: 5 } })).toEqual([
      { check: 'stream.frames', holds: true, message: 'The stream has 5 frames.' },
    ]);
  });

  it('may be too small or too large', () => {
    expect(judgeStream({ frames: { least: 6 } })).toEqual([
      {
        check: 'stream.frames',
        holds: false,
        message: 'The stream has 5 frames; expected at least 6.',
        expected: { least: 6 },
        found: 5,
      },
    ]);
    expect(messages(judgeStream({ frames: { most: 4 } }))).toEqual(['The stream has 5 frames; expected at most 4.']);
  });
});

describe('the first token', () => {
  it('is counted from when the request left the queue to the frame that brought it', () => {
    expect(judgeStream({ 'first-token': { under: '501ms' } })).toEqual([
      { check: 'stream.first-token', holds: true, message: 'The first token took 500 ms.' },
    ]);
    expect(judgeStream({ 'first-token': { under: '500ms' } })).toEqual([
      {
        check: 'stream.first-token',
        holds: false,
        message: 'The first token took 500 ms; expected less than 500ms.',
        expected: 'under 500ms',
        found: 500,
        where: 'frame 2',
      },
    ]);
  });

  it('never came, or came at a time that nobody noted', () => {
    const silent = streamed({ text: frames[0] + (frames[5] ?? '') });
    expect(messages(judgeStream({ 'first-token': { under: '5s' } }, silent))).toEqual(['The stream brought no token.']);
    const unknown = 'It is not recorded when the pieces of the stream arrived.';
    expect(messages(judgeStream({ 'first-token': { under: '5s' } }, streamed({ times: {} })))).toEqual([unknown]);
    const early = streamed({ times: arrived([300, 310]) });
    expect(messages(judgeStream({ 'first-token': { under: '5s' } }, early))).toEqual([unknown]);
  });
});

describe('the longest gap', () => {
  it('is that between two pieces, not that before the first', () => {
    expect(judgeStream({ 'longest-gap': { under: '301ms' } })).toEqual([
      {
        check: 'stream.longest-gap',
        holds: true,
        message: 'The longest gap between two pieces of the stream took 300 ms.',
      },
    ]);
    expect(
      judgeStream({ 'longest-gap': { under: '300ms' } }, streamed({ times: arrived([300, 310, 500, 800, 910, 920]) })),
    ).toEqual([
      {
        check: 'stream.longest-gap',
        holds: false,
        message: 'The longest gap between two pieces of the stream took 300 ms; expected less than 300ms.',
        expected: 'under 300ms',
        found: 300,
        where: 'frame 3',
      },
    ]);
  });

  it('has no length in a stream that came in one piece', () => {
    const once = streamed({ times: { pieces: [{ end: 5000, at: 400 }] } });
    expect(refuted(judgeStream({ 'longest-gap': { under: '1ms' } }, once))).toEqual([]);
  });

  it('is unknown where nobody noted when anything arrived', () => {
    for (const times of [{}, { pieces: [] }])
      expect(refuted(judgeStream({ 'longest-gap': { under: '1s' } }, streamed({ times })))).toEqual([
        'stream.longest-gap',
      ]);
  });
});

describe('the end of a stream', () => {
  const cut = frames.slice(0, 4).join('');
  const failed = `${cut}data: {"error":{"message":"upstream went away."}}\n\n`;

  it.each([
    ['complete', streamed(), 'The stream ended with its terminal event'],
    ['error', streamed({ text: failed }), 'The stream ended with an error: upstream went away'],
    ['cut', streamed({ text: cut }), 'The stream ended without its terminal event'],
    ['aborted', streamed({ text: cut, aborted: true }), 'The harness left the stream before its end (`abort-after`)'],
  ] as const)('is %s, and nothing else', (end, subject, sentence) => {
    expect(judgeStream({ end }, subject)).toEqual([{ check: 'stream.end', holds: true, message: `${sentence}.` }]);
    for (const other of (['complete', 'error', 'cut', 'aborted'] as const).filter((one) => one !== end)) {
      expect(judgeStream({ end: other }, subject)).toEqual([
        { check: 'stream.end', holds: false, message: `${sentence}; expected ${other}.`, expected: other, found: end },
      ]);
    }
  });

  it('is its own where it came before the harness left', () => {
    expect(refuted(judgeStream({ end: 'complete' }, streamed({ aborted: true })))).toEqual([]);
    expect(refuted(judgeStream({ end: 'error' }, streamed({ text: failed, aborted: true })))).toEqual([]);
  });
});

describe('the rules of a stream that was left', () => {
  const left = streamed({ text: frames.slice(0, 4).join('').replace('"role":"assistant",', ''), aborted: true });

  it('fail where the frames that came break them', () => {
    expect(refuted(judgeStream(['role-first', 'identity-constant'], left))).toEqual(['stream.role-first']);
  });

  it('are not proved where only the missing end could tell', () => {
    expect(messages(judgeStream({ rules: ['terminal-present'] }, left))).toEqual([
      'The harness left the stream (`abort-after`) before anybody could say whether the rule holds.',
    ]);
  });
});

describe('the rules of a stream without an event', () => {
  it.each([
    ['not one byte', ''],
    ['comments only', ': alive\n\n'],
  ])('are not proved by %s', (_name, text) => {
    expect(messages(judgeStream(['chunk-typed'], streamed({ text })))).toEqual([
      'The stream brought no event to judge by the rule.',
    ]);
  });
});

describe('asking for more than one thing', () => {
  const all = {
    rules: ['role-first'],
    frames: { least: 1 },
    'first-token': { under: '5s' },
    'longest-gap': { under: '5s' },
    end: 'complete' as const,
  };
  const names = ['stream.role-first', 'stream.frames', 'stream.first-token', 'stream.longest-gap', 'stream.end'];

  it('gives a finding for each', () => {
    const findings = judgeStream(all);
    expect(findings.map(({ check }) => check)).toEqual(names);
    expect(refuted(findings)).toEqual([]);
  });

  it('fails each for an answer that is no stream, and on the path of no API', () => {
    const whole = judgeStream(all, answer({ json: {} }));
    expect(refuted(whole)).toEqual(names);
    expect(new Set(messages(whole))).toEqual(new Set(['The answer is no event stream but application/json.']));
    expect(refuted(judgeStream(all, streamed({ api: 'none' })))).toEqual(names);
  });

  it('uses names that no rule has', () => {
    const rules = Object.values(apis).flatMap(({ streamRules }) => Object.keys(streamRules));
    for (const name of ['rules', 'frames', 'first-token', 'longest-gap', 'end']) expect(rules).not.toContain(name);
  });
});
