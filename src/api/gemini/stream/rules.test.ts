import { describe, expect, it } from 'vitest';
import type { Json } from '../../../json/index.js';
import { blocked, call, chunk, full, hello, identity, part, says, stop, usage } from '../../testing/gemini-stream.js';
import { event, framesOf, unnamed } from '../../testing/streams.js';
import { gemini } from '../index.js';
import type { geminiStreamRules } from './rules.js';

const read = (stream: string) => gemini.readStream(framesOf(stream));
const finished = says('', { finishReason: 'STOP' });
const counted = (...each: readonly Json[]) =>
  unnamed([...each.map((usageMetadata) => ({ ...hello, usageMetadata })), finished]);
const openaiError = { error: { message: 'Overloaded.', type: 'server_error', code: null } };

/** For every rule, streams that break it, and which rules follow from that. */
const broken: Record<keyof typeof geminiStreamRules, readonly (readonly [string, readonly string[]])[]> = {
  'frame-json': [
    [`${unnamed([hello])}data: {"candidates":\n\n${unnamed([stop])}`, ['frame-json']],
    [unnamed([hello, null, stop]), ['frame-json']],
    [unnamed([[hello], stop]), ['frame-json']],
  ],
  'done-marker-foreign': [
    [unnamed([hello, stop, '[DONE]']), ['done-marker-foreign']],
    [unnamed([hello, '[DONE]']), ['done-marker-foreign', 'terminal-present']],
  ],
  'event-unnamed': [
    [event(hello, { event: 'message' }) + unnamed([stop]), ['event-unnamed']],
    [`event:\n${unnamed([stop])}`, ['event-unnamed']],
    [unnamed([hello]) + event(full, { event: 'error' }), ['event-unnamed']],
  ],
  'data-line-only': [
    [`id: 1\n${unnamed([stop])}`, ['data-line-only']],
    [`retry: 10\n${unnamed([stop])}`, ['data-line-only']],
    [`time: 10\n${unnamed([stop])}`, ['data-line-only']],
    [`data: {\ndata: ${JSON.stringify(stop).slice(1)}\n\n`, ['data-line-only']],
  ],
  'comments-absent': [
    [`: keep-alive\n\n${unnamed([hello, stop])}`, ['comments-absent']],
    [`: keep-alive\n${unnamed([stop])}`, ['comments-absent']],
    [`${unnamed([hello, stop])}: bye\n\n`, ['comments-absent']],
  ],
  'chunk-shaped': [
    [unnamed([{ object: 'chat.completion.chunk', choices: [] }, hello, stop]), ['chunk-shaped']],
    [unnamed([{}, stop]), ['chunk-shaped']],
    [unnamed([chunk(null), stop]), ['chunk-shaped']],
    [unnamed([chunk({}), stop]), ['chunk-shaped']],
  ],
  'choices-indexed': [
    [unnamed([chunk([{ index: '0' }]), stop]), ['choices-indexed']],
    [unnamed([chunk([{ index: -1 }]), stop]), ['choices-indexed']],
    [unnamed([chunk(['Hello']), stop]), ['choices-indexed']],
    [unnamed([chunk([{ content: {} }, { content: {} }]), stop]), ['choices-indexed']],
    [unnamed([chunk([{ index: 1, finishReason: 'STOP' }])]), ['choices-indexed']],
  ],
  'role-first': [
    [unnamed([chunk([{ content: { parts: [{ text: 'a' }] } }]), stop]), ['role-first']],
    [unnamed([chunk([{ content: { role: 'assistant', parts: [{ text: 'a' }] } }]), stop]), ['role-first']],
    [unnamed([hello, chunk([{ content: { role: 'user', parts: [{ text: 'a' }] } }]), stop]), ['role-first']],
  ],
  'content-well-formed': [
    [unnamed([chunk([{ content: 'Hello' }]), stop]), ['content-well-formed']],
    [unnamed([chunk([{ content: { role: 'model', parts: 'Hello' } }]), stop]), ['content-well-formed']],
    [unnamed([part(['Hello']), stop]), ['content-well-formed']],
    [unnamed([part([{}]), stop]), ['content-well-formed']],
    [unnamed([says(5), stop]), ['content-well-formed']],
    [unnamed([part([{ text: 'a', thought: 'yes' }]), stop]), ['content-well-formed']],
    [unnamed([part([{ text: 'a', thoughtSignature: '' }]), stop]), ['content-well-formed']],
    [unnamed([part([{ functionCall: '{}' }]), stop]), ['content-well-formed']],
    [unnamed([part([{ inlineData: { data: 'AA==' } }]), stop]), ['content-well-formed']],
    [unnamed([part([{ text: 'a', ...call() }]), stop]), ['content-well-formed']],
  ],
  'tool-calls-named': [
    [unnamed([part([call({ name: '' })]), stop]), ['tool-calls-named']],
    [unnamed([part([{ functionCall: { args: {} } }]), stop]), ['tool-calls-named']],
  ],
  'tool-ids-unique': [
    [unnamed([part([call({ id: 'a' }), call({ id: 'a' })]), stop]), ['tool-ids-unique']],
    [unnamed([part([call({ id: 'a' })]), part([call({ id: 'a' })]), stop]), ['tool-ids-unique']],
  ],
  'tool-arguments-object': [
    [unnamed([part([call({ args: '{"city":"Bern"}' })]), stop]), ['tool-arguments-object']],
    [unnamed([part([call({ args: [] })]), stop]), ['tool-arguments-object']],
  ],
  'finish-reason-known': [
    [unnamed([says('a', { finishReason: 'stop' })]), ['finish-reason-known']],
    [unnamed([says('a', { finishReason: '' }), stop]), ['finish-reason-known']],
    [unnamed([says('a', { finishReason: 1 }), stop]), ['finish-reason-known']],
  ],
  'nothing-after-finish': [
    [unnamed([stop, hello]), ['nothing-after-finish']],
    [unnamed([stop, part([call()])]), ['nothing-after-finish']],
    [unnamed([hello, stop, finished]), ['nothing-after-finish']],
  ],
  'blocked-prompt-silent': [
    [unnamed([blocked, hello]), ['blocked-prompt-silent']],
    [unnamed([hello, blocked]), ['blocked-prompt-silent']],
    [unnamed([{ ...stop, ...blocked }]), ['blocked-prompt-silent']],
  ],
  'usage-counted': [
    [counted('none'), ['usage-counted']],
    [counted({ promptTokenCount: '22', totalTokenCount: 24 }), ['usage-counted']],
    [counted({ promptTokenCount: 22, candidatesTokenCount: -1, totalTokenCount: 24 }), ['usage-counted']],
    [counted({ promptTokenCount: 22 }), ['usage-counted']],
    [counted({}), ['usage-counted']],
  ],
  'usage-cumulative': [
    [unnamed([{ ...hello, ...usage(22, 5, 27) }, stop]), ['usage-cumulative', 'usage-cumulative']],
    [unnamed([{ ...hello, ...usage(23, 1, 24) }, stop]), ['usage-cumulative']],
  ],
  'usage-adds-up': [
    [unnamed([hello, { ...stop, ...usage(22, 2, 22) }]), ['usage-adds-up']],
    [
      counted({ promptTokenCount: 22, candidatesTokenCount: 2, thoughtsTokenCount: 9, totalTokenCount: 24 }),
      ['usage-adds-up'],
    ],
  ],
  'identity-constant': [
    [unnamed([hello, { ...stop, responseId: 'response_2' }]), ['identity-constant']],
    [unnamed([hello, { ...stop, modelVersion: 'another-model' }]), ['identity-constant']],
    [unnamed([{ ...stop, responseId: 7 }]), ['identity-constant']],
  ],
  'error-well-formed': [
    [unnamed([hello, openaiError]), ['error-well-formed']],
    [
      unnamed([hello, { error: { code: '503', message: 'Overloaded.', status: 'UNAVAILABLE' } }]),
      ['error-well-formed'],
    ],
    [unnamed([hello, { error: { code: 200, message: 'Overloaded.', status: 'OK' } }]), ['error-well-formed']],
    [unnamed([hello, { error: { code: 503, message: 'Overloaded.' } }]), ['error-well-formed']],
    [unnamed([hello, { error: 'Overloaded.' }]), ['error-well-formed']],
    [unnamed([hello, { error_code: 'TEMPORARILY_UNAVAILABLE', message: 'Overloaded.' }]), ['error-well-formed']],
  ],
  'terminal-present': [
    ['', ['terminal-present']],
    [unnamed([hello]), ['terminal-present']],
    [unnamed([hello, { ...identity, ...usage(22, 2, 24) }]), ['terminal-present']],
    [unnamed([says('a', { finishReason: 'FINISH_REASON_UNSPECIFIED' })]), ['terminal-present']],
    [unnamed([stop]).slice(0, -1), ['terminal-present']],
  ],
  'nothing-after-end': [
    [unnamed([stop, full]), ['nothing-after-end']],
    [unnamed([full, stop]), ['nothing-after-end']],
    [unnamed([full, full]), ['nothing-after-end']],
  ],
};

describe.each(Object.entries(broken))('%s', (rule, streams) => {
  it.each(streams)('is broken by %#', (stream, rules) => {
    expect(rules).toContain(rule);
    expect(read(stream).violations.map((violation) => violation.rule)).toEqual(rules);
  });
});

it('says where a stream left the grammar, what was legal there and what came', async () => {
  const sentences = Object.values(broken).flatMap((streams) =>
    streams.flatMap(([stream]) => read(stream).violations.map(({ rule, message }) => `${rule}\n  ${message}`)),
  );
  await expect(`${sentences.join('\n')}\n`).toMatchFileSnapshot('golden/violations.txt');
});
