import { describe, expect, it } from 'vitest';
import { readAspects } from '../observation.js';
import { answer, context, judged, messages, refuted } from '../testing/answers.js';

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl_1',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'some-model',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`;
const opening = chunk({ role: 'assistant', content: '' });
const hello = `${opening}${chunk({ content: 'Hel' })}${chunk({ content: 'lo.' })}${chunk({}, 'stop')}`;
const done = 'data: [DONE]\n\n';

const stream = { 'content-type': 'text/event-stream' };
const asked = { model: 'some-model', stream: true };
const streamed = (text: string, headers: Readonly<Record<string, string>> = stream) =>
  answer({ text, headers, sent: asked });

describe('a streamed completion', () => {
  it('holds for a stream that every client reads', () => {
    const findings = judged({ completion: { text: 'Hello.', finish: 'stop' } }, streamed(hello + done));
    expect(refuted(findings)).toEqual([]);
    expect(findings.map(({ check }) => check)).toEqual([
      'completion.status',
      'completion.content-type',
      'completion.framing',
      'completion.grammar',
      'completion.end',
      'completion.policy',
      'completion.answer',
      'completion.text',
      'completion.finish',
    ]);
  });

  it.each([
    ['no terminal event', hello, ['completion.end']],
    [
      'an error in its middle',
      `${opening}data: {"error":{"message":"upstream went away"}}\n\n`,
      ['completion.end', 'completion.answer'],
    ],
    ['an event after its end', hello + done + chunk({ content: 'more' }), ['completion.framing', 'completion.grammar']],
    ['no blank line behind its last event', `${hello}data: [DONE]\n`, ['completion.framing', 'completion.end']],
    ['another id in one chunk', hello.replace('chatcmpl_1', 'chatcmpl_2') + done, ['completion.grammar']],
    ['no answer', opening + chunk({}, 'stop') + done, ['completion.answer']],
    ['not one byte', '', ['completion.framing', 'completion.grammar', 'completion.end', 'completion.answer']],
  ])('fails for one with %s', (_name, text, checks) => {
    const found = refuted(judged({ completion: {} }, streamed(text)));
    for (const check of checks) expect(found).toContain(check);
    expect(found.every((check) => checks.includes(check) || check === 'completion.grammar')).toBe(true);
  });

  it('fails where a character was cut in two', () => {
    const bytes = new TextEncoder().encode(hello.replace('Hel', 'H\u00e9l') + done);
    const damaged = bytes.filter((_, index) => index !== bytes.indexOf(0xa9));
    const found = judged({ completion: {} }, answer({ bytes: damaged, headers: stream, sent: asked }));
    expect(refuted(found)).toContain('completion.framing');
  });

  it('fails where a service policy stepped in, in whatever frame', () => {
    const denial = {
      databricks_service_policy: { name: 'block-pii', action: 'deny', phase: 'post_call' },
      choices: [],
    };
    const found = judged({ completion: {} }, streamed(`${hello}data: ${JSON.stringify(denial)}\n\n${done}`));
    const message = 'The service policy block-pii stepped in: deny (post_call).';
    expect(found).toContainEqual({
      check: 'completion.policy',
      holds: false,
      message,
      found: 'deny',
      where: 'frame 4',
    });
    const whole = judged({ completion: {} }, answer({ json: denial, sent: { model: 'x' } }));
    expect(messages(whole)).toContain(message);
  });

  it('fails for one that the harness left, of which nobody knows how it would have ended', () => {
    const left = answer({ text: opening + chunk({ content: 'Hel' }), headers: stream, sent: asked, aborted: true });
    const findings = judged({ completion: {} }, left);
    expect(refuted(findings)).toEqual(['completion.end']);
    expect(messages(findings)).toEqual([
      'The harness left the stream before its end (`abort-after`): an aborted stream is no completion.',
    ]);
  });

  it('holds for one that had ended when the harness left', () => {
    const ended = answer({ text: hello + done, headers: stream, sent: asked, aborted: true });
    expect(refuted(judged({ completion: {} }, ended))).toEqual([]);
  });

  it('fails with a length or a coding, which only a buffered stream can have', () => {
    const found = judged({ completion: {} }, streamed(hello + done, { ...stream, 'content-length': '700' }));
    expect(refuted(found)).toEqual(['completion.content-type']);
  });

  it('fails for JSON where a stream was asked for, and for a stream where it was not', () => {
    const whole = {
      id: 'x',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }],
    };
    expect(refuted(judged({ completion: {} }, answer({ json: whole, sent: asked })))).toContain(
      'completion.content-type',
    );
    expect(
      refuted(judged({ completion: {} }, answer({ text: hello + done, headers: stream, sent: { model: 'x' } }))),
    ).toContain('completion.content-type');
  });
});

describe('the rules of a stream', () => {
  it('hold or fail by name, each by itself', () => {
    const broken = streamed(hello.replace('"role":"assistant",', '') + done);
    expect(refuted(judged({ stream: ['role-first', 'identity-constant'] }, broken))).toEqual(['stream.role-first']);
    expect(refuted(judged({ stream: ['role-first', 'identity-constant'] }, streamed(hello + done)))).toEqual([]);
  });

  it('name the frame, what was legal there, and what came', () => {
    const [finding] = judged(
      { stream: ['identity-constant'] },
      streamed(hello.replace('chatcmpl_1', 'chatcmpl_2') + done),
    ).filter(({ holds }) => !holds);
    expect(finding).toMatchObject({
      where: expect.stringMatching(/^frame \d+$/),
      expected: expect.any(String),
      found: expect.any(String),
    });
  });

  it('fail for an answer that is no stream, and for a rule that the API does not have', () => {
    expect(refuted(judged({ stream: ['role-first'] }, answer({ json: {} })))).toEqual(['stream.role-first']);
    expect(refuted(judged({ stream: ['event-named'] }, streamed(hello + done)))).toEqual(['stream.event-named']);
  });
});

describe('an aspect', () => {
  it('is read out of a stream as out of a whole answer', () => {
    const read = readAspects(['text', 'finish', 'served-model'], streamed(hello + done), context);
    expect(read).toEqual({ text: 'Hello.', finish: 'stop', 'served-model': 'some-model' });
  });
});
