import { describe, expect, it } from 'vitest';
import type { Json } from '../../../json/index.js';
import {
  args,
  call,
  called,
  chunk,
  counts,
  delta,
  first,
  hello,
  identity,
  opened,
  stop,
  usage,
} from '../../testing/chat-stream.js';
import { event, framesOf, unnamed } from '../../testing/streams.js';
import { chat } from '../index.js';
import type { chatStreamRules } from './rules.js';

const read = (stream: string, sent?: Json) => chat.readStream(framesOf(stream), sent);
const whole = [first, hello, stop, '[DONE]'];

type Broken = readonly [stream: string, rules: readonly string[], sent?: Json];

/** For every rule, streams that break it, and which rules follow from that. */
const broken: Record<keyof typeof chatStreamRules, readonly Broken[]> = {
  'frame-json': [
    [unnamed([first, '{"id":', stop, '[DONE]']), ['frame-json']],
    [unnamed([first, [1], stop, '[DONE]']), ['frame-json']],
  ],
  'event-unnamed': [
    [unnamed([first]) + event(hello, { event: 'chunk' }) + unnamed([stop, '[DONE]']), ['event-unnamed']],
  ],
  'chunk-typed': [[unnamed([first, { ...hello, object: 'chat.completion' }, stop, '[DONE]']), ['chunk-typed']]],
  'chunk-identified': [
    [unnamed([first, { ...hello, id: '' }, stop, '[DONE]']), ['chunk-identified']],
    [unnamed([first, { ...hello, created: '1' }, stop, '[DONE]']), ['chunk-identified']],
    [unnamed([first, { ...hello, model: null }, stop, '[DONE]']), ['chunk-identified']],
  ],
  'identity-constant': [[unnamed([first, { ...hello, id: 'other' }, stop, '[DONE]']), ['identity-constant']]],
  'choices-listed': [
    [unnamed([first, chunk(null), stop, '[DONE]']), ['choices-listed']],
    [unnamed([first, identity, stop, '[DONE]']), ['choices-listed']],
  ],
  'choices-indexed': [
    [unnamed([delta({ role: 'assistant' }, 'stop', '0'), '[DONE]']), ['choices-indexed']],
    [unnamed([delta({ role: 'assistant' }, 'stop', 1), '[DONE]']), ['choices-indexed']],
    [unnamed([first, chunk([null]), stop, '[DONE]']), ['choices-indexed']],
  ],
  'choice-present': [[unnamed(['[DONE]']), ['choice-present']]],
  'delta-present': [[unnamed([first, chunk([{ index: 0, finish_reason: null }]), stop, '[DONE]']), ['delta-present']]],
  'role-first': [
    [unnamed([hello, stop, '[DONE]']), ['role-first']],
    [unnamed([first, delta({ role: 'user' }), stop, '[DONE]']), ['role-first']],
  ],
  'content-well-formed': [
    [unnamed([first, delta({ content: 7 }), stop, '[DONE]']), ['content-well-formed']],
    [unnamed([first, delta({ content: ['Hi'] }), stop, '[DONE]']), ['content-well-formed']],
    [unnamed([first, delta({ content: [{ type: 'text' }] }), stop, '[DONE]']), ['content-well-formed']],
    [unnamed([first, delta({ content: [{ text: 'Hi' }] }), stop, '[DONE]']), ['content-well-formed']],
    [unnamed([first, delta({ refusal: ['No'] }), stop, '[DONE]']), ['content-well-formed']],
  ],
  'finish-key-present': [
    [unnamed([first, chunk([{ index: 0, delta: { content: 'Hi' } }]), stop, '[DONE]']), ['finish-key-present']],
  ],
  'finish-reason-known': [
    [unnamed([first, delta({ content: 'Hi' }, ''), stop, '[DONE]']), ['finish-reason-known']],
    [unnamed([first, delta({}, 'eos'), '[DONE]']), ['finish-reason-known']],
  ],
  'finish-reason-given': [[unnamed([first, hello, '[DONE]']), ['finish-reason-given']]],
  'finish-once': [[unnamed([first, stop, stop, '[DONE]']), ['finish-once']]],
  'nothing-after-finish': [
    [unnamed([first, stop, hello, '[DONE]']), ['nothing-after-finish']],
    [unnamed([first, stop, opened(0, 'a'), '[DONE]']), ['nothing-after-finish']],
    [unnamed([first, stop, delta({ refusal: 'No' }), '[DONE]']), ['nothing-after-finish']],
  ],
  'finish-matches-tool-calls': [
    [unnamed([first, called, '[DONE]']), ['finish-matches-tool-calls']],
    [unnamed([first, opened(0, 'a'), args(0, '{}'), stop, '[DONE]']), ['finish-matches-tool-calls'], {}],
  ],
  'tool-calls-indexed': [
    [unnamed([first, opened(1, 'a'), args(1, '{}'), called, '[DONE]']), ['tool-calls-indexed']],
    [unnamed([first, opened(0, 'a'), args(0, '{}'), args('0', ''), called, '[DONE]']), ['tool-calls-indexed']],
    [unnamed([first, delta({ tool_calls: {} }), stop, '[DONE]']), ['tool-calls-indexed']],
    // Two calls on one index become one, and their arguments no JSON.
    [
      unnamed([first, opened(0, 'a'), args(0, '{}'), opened(0, 'b'), args(0, '{}'), called, '[DONE]']),
      ['tool-calls-indexed', 'tool-arguments-object'],
    ],
  ],
  'tool-call-opened': [
    [unnamed([first, opened(0, ''), args(0, '{}'), called, '[DONE]']), ['tool-call-opened']],
    [unnamed([first, opened(0, 'a', { type: null }), args(0, '{}'), called, '[DONE]']), ['tool-call-opened']],
    [unnamed([first, opened(0, 'a', { function: {} }), args(0, '{}'), called, '[DONE]']), ['tool-call-opened']],
  ],
  'tool-call-named-once': [
    [unnamed([first, opened(0, 'a'), args(0, '{}', { id: 'a' }), called, '[DONE]']), ['tool-call-named-once']],
    [
      unnamed([first, opened(0, 'a'), call(0, { function: { name: null, arguments: '{}' } }), called, '[DONE]']),
      ['tool-call-named-once'],
    ],
    [
      unnamed([first, opened(0, 'a'), call(0, { function: { name: 'weather', arguments: '{}' } }), called, '[DONE]']),
      ['tool-call-named-once'],
    ],
  ],
  'tool-ids-unique': [
    [
      unnamed([first, opened(0, 'a'), args(0, '{}'), opened(1, 'a'), args(1, '{}'), called, '[DONE]']),
      ['tool-ids-unique'],
    ],
  ],
  'tool-arguments-text': [
    [
      unnamed([first, opened(0, 'a'), args(0, { city: 'Bern' }), called, '[DONE]']),
      ['tool-arguments-text', 'tool-arguments-object'],
    ],
  ],
  'tool-arguments-object': [
    [unnamed([first, opened(0, 'a'), args(0, '{"ci'), called, '[DONE]']), ['tool-arguments-object']],
    [unnamed([first, opened(0, 'a'), args(0, '"{}"'), called, '[DONE]']), ['tool-arguments-object']],
    [
      unnamed([first, opened(0, 'a'), args(0, '{'), opened(1, 'b'), args(1, '{'), delta({}, 'length'), '[DONE]']),
      ['tool-arguments-object'],
    ],
  ],
  'usage-counted': [
    [unnamed([first, stop, chunk([], { usage: { ...counts, prompt_tokens: '22' } }), '[DONE]']), ['usage-counted']],
    [unnamed([first, stop, chunk([], { usage: { ...counts, total_tokens: null } }), '[DONE]']), ['usage-counted']],
    [unnamed([first, stop, chunk([], { usage: 24 }), '[DONE]']), ['usage-counted']],
  ],
  'usage-adds-up': [
    [unnamed([first, stop, chunk([], { usage: { ...counts, total_tokens: 22 } }), '[DONE]']), ['usage-adds-up']],
  ],
  'usage-last': [
    [unnamed([first, usage, stop, '[DONE]']), ['usage-last', 'usage-last']],
    [unnamed([first, stop, usage, usage, '[DONE]']), ['usage-last']],
  ],
  'usage-as-asked': [
    [unnamed([first, stop, usage, '[DONE]']), ['usage-as-asked'], {}],
    [unnamed([first, stop, '[DONE]']), ['usage-as-asked'], { stream_options: { include_usage: true } }],
  ],
  'error-well-formed': [
    [unnamed([first, { error: 'Overloaded.' }]), ['error-well-formed']],
    [unnamed([first, { error_code: 'INTERNAL_ERROR', message: 'Overloaded.' }]), ['error-well-formed']],
  ],
  'terminal-present': [
    [unnamed([first, hello]), ['terminal-present']],
    [unnamed([first, hello, stop]), ['terminal-present']],
  ],
  'nothing-after-end': [
    [unnamed([...whole, hello]), ['nothing-after-end']],
    [unnamed([...whole, '[DONE]']), ['nothing-after-end']],
    [unnamed([first, { error: { message: 'Full.' } }, '[DONE]', '[DONE]']), ['nothing-after-end']],
    [unnamed([first, { error: { message: 'Full.' } }, stop]), ['nothing-after-end']],
  ],
};

describe.each(Object.entries(broken))('%s', (rule, streams) => {
  it.each(streams.map(([stream, rules, sent]) => ({ stream, rules, sent })))(
    'is broken by %#',
    ({ stream, rules, sent }) => {
      expect(rules).toContain(rule);
      expect(read(stream, sent).violations.map((violation) => violation.rule)).toEqual(rules);
    },
  );
});

it('says where a stream left the grammar, what was legal there and what came', async () => {
  const messages = Object.values(broken).flatMap((streams) =>
    streams.flatMap(([stream, , sent]) =>
      read(stream, sent).violations.map(({ rule, message }) => `${rule}\n  ${message}`),
    ),
  );
  await expect(`${messages.join('\n')}\n`).toMatchFileSnapshot('golden/violations.txt');
});
