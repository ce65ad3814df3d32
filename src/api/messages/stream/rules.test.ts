import { describe, expect, it } from 'vitest';
import {
  cites,
  close,
  delta,
  emptyText,
  end,
  ending,
  full,
  json,
  open,
  ping,
  says,
  signs,
  start,
  starting,
  stop,
  text,
  thinks,
  thought,
  tool,
  use,
  whole,
} from '../../testing/messages-stream.js';
import { event, framesOf, named } from '../../testing/streams.js';
import { messages } from '../index.js';
import type { messagesStreamRules } from './rules.js';

const read = (stream: string) => messages.readStream(framesOf(stream));

/** For every rule, streams that break it, and which rules follow from that. */
const broken: Record<keyof typeof messagesStreamRules, readonly (readonly [string, readonly string[]])[]> = {
  'frame-json': [
    [named([start, 'event: ping\ndata: {"type":\n\n', end, stop]), ['frame-json']],
    [named([start, 'event: ping\ndata: null\n\n', end, stop]), ['frame-json']],
  ],
  'event-named': [
    [named([start]) + event(end) + named([stop]), ['event-named']],
    [named([start]) + event(end, { event: 'message' }) + named([stop]), ['event-named']],
    [named([start]) + event({ ...end, type: 7 }, { event: 'message_delta' }) + named([stop]), ['event-named']],
    [named([start]) + event(full), ['event-named']],
  ],
  'event-known': [
    [named([start, { type: 'keepalive' }, end, stop]), ['event-known']],
    [named([start, { type: 'response.created', response: {} }, end, stop]), ['event-known']],
  ],
  'done-marker-foreign': [
    [named([...whole, 'data: [DONE]\n\n']), ['done-marker-foreign']],
    [named([start, end, 'data: [DONE]\n\n']), ['done-marker-foreign', 'terminal-present']],
  ],
  'message-start-first': [
    [named([...text(0), end, stop]), ['message-start-first']],
    [named([open(0, emptyText), start, close(0), end, stop]), ['message-start-first']],
    [named([stop]), ['message-start-first', 'finish-reason-given']],
  ],
  'message-start-once': [[named([start, start, end, stop]), ['message-start-once']]],
  'message-start-whole': [
    [named([starting({ usage: null }), end, stop]), ['message-start-whole']],
    [named([starting({ usage: { input_tokens: 22 } }), end, stop]), ['message-start-whole']],
    [named([starting({ content: null }), end, stop]), ['message-start-whole']],
    [named([starting({ stop_reason: 'end_turn' }), end, stop]), ['message-start-whole']],
    [named([starting({ stop_sequence: '' }), end, stop]), ['message-start-whole']],
    [named([starting({ role: 'user' }), end, stop]), ['message-start-whole']],
    [named([starting({ id: '' }), end, stop]), ['message-start-whole']],
    [named([{ type: 'message_start' }, end, stop]), ['message-start-whole']],
  ],
  'blocks-indexed': [
    [named([start, ...text(1), end, stop]), ['blocks-indexed']],
    [named([start, ...text(0), ...text(2), end, stop]), ['blocks-indexed']],
    [named([start, ...text(0), ...text(0), end, stop]), ['blocks-indexed']],
    [named([start, open('0', emptyText), close(0), end, stop]), ['blocks-indexed']],
  ],
  'blocks-apart': [
    [named([start, open(0, emptyText), open(1, emptyText), close(1), end, stop]), ['blocks-apart']],
    // The first block is given up for the second, so that its own stop has no place either.
    [
      named([start, open(0, emptyText), open(1, emptyText), close(0), close(1), end, stop]),
      ['blocks-apart', 'stop-in-block'],
    ],
  ],
  'block-start-whole': [
    [named([start, open(0, { type: 'text' }), close(0), end, stop]), ['block-start-whole']],
    [named([start, open(0, {}), close(0), end, stop]), ['block-start-whole']],
    [named([start, open(0, { type: 'redacted_thinking' }), close(0), end, stop]), ['block-start-whole']],
    [named([start, ...use(0, '{}', { name: '' }), ending('tool_use'), stop]), ['block-start-whole']],
  ],
  'tool-input-starts-empty': [
    [
      named([start, ...use(0, '{}', { input: { city: 'Bern' } }), ending('tool_use'), stop]),
      ['tool-input-starts-empty'],
    ],
    [named([start, ...use(0, '{}', { input: '' }), ending('tool_use'), stop]), ['tool-input-starts-empty']],
  ],
  'tool-ids-unique': [
    [named([start, ...use(0, '{}'), ...use(1, '{}'), ending('tool_use'), stop]), ['tool-ids-unique']],
  ],
  'delta-in-block': [
    [named([start, delta(-1, says('Hi')), end, stop]), ['delta-in-block']],
    [named([start, open(0, emptyText), delta(1, says('Hi')), close(0), end, stop]), ['delta-in-block']],
    [named([start, ...text(0), delta(0, says('Hi')), end, stop]), ['delta-in-block']],
  ],
  'delta-matches-block': [
    [named([start, open(0, emptyText), delta(0, thinks), close(0), end, stop]), ['delta-matches-block']],
    [
      named([start, open(0, tool()), delta(0, says('{}')), close(0), ending('tool_use'), stop]),
      ['delta-matches-block'],
    ],
    [named([start, open(0, emptyText), delta(0, null), close(0), end, stop]), ['delta-matches-block']],
    [
      named([start, open(0, { type: 'redacted_thinking', data: 'x' }), delta(0, signs), close(0), end, stop]),
      ['delta-matches-block'],
    ],
    [named([start, open(0, tool()), delta(0, cites({})), close(0), ending('tool_use'), stop]), ['delta-matches-block']],
  ],
  'delta-well-formed': [
    [named([start, open(0, emptyText), delta(0, { type: 'text_delta' }), close(0), end, stop]), ['delta-well-formed']],
    [named([start, open(0, tool()), delta(0, json({})), close(0), ending('tool_use'), stop]), ['delta-well-formed']],
    [named([start, open(0, emptyText), delta(0, cites('page 1')), close(0), end, stop]), ['delta-well-formed']],
    [
      named([start, ...thought(0, thinks, { ...signs, signature: '' }), end, stop]),
      ['thinking-signed', 'delta-well-formed'].toSorted(),
    ],
  ],
  'stop-in-block': [
    [named([start, ...use(0, '{}'), close(0), ending('tool_use'), stop]), ['stop-in-block']],
    [named([start, close(0), end, stop]), ['stop-in-block']],
  ],
  'block-stopped': [
    [named([start, open(0, emptyText), end, stop]), ['block-stopped']],
    [named([start, open(0, emptyText), stop]), ['block-stopped', 'finish-reason-given']],
  ],
  'blocks-before-delta': [[named([start, end, ...text(0), stop]), ['blocks-before-delta']]],
  'tool-input-object': [
    [named([start, ...use(0, '{"ci'), ending('tool_use'), stop]), ['tool-input-object']],
    [named([start, ...use(0, '"{}"'), ending('tool_use'), stop]), ['tool-input-object']],
    [named([start, ...use(0, '{'), ...text(1), ending('max_tokens'), stop]), ['tool-input-object']],
  ],
  'thinking-signed': [
    [named([start, ...thought(0, thinks), end, stop]), ['thinking-signed']],
    [named([start, ...thought(0, thinks, signs, signs), end, stop]), ['thinking-signed']],
    [named([start, ...thought(0, signs, thinks), end, stop]), ['thinking-signed']],
  ],
  'message-delta-whole': [
    [named([start, ending('end_turn', {}, null), stop]), ['message-delta-whole']],
    [named([start, ending('end_turn', {}, {}), stop]), ['message-delta-whole']],
    [named([start, { ...end, delta: null }, end, stop]), ['message-delta-whole']],
  ],
  'usage-cumulative': [
    [named([start, ending('end_turn', {}, { input_tokens: 0, output_tokens: 5 }), stop]), ['usage-cumulative']],
    [named([start, end, ending(null, {}, { output_tokens: 2 }), stop]), ['usage-cumulative']],
  ],
  'finish-reason-known': [
    [named([start, ending('stop'), stop]), ['finish-reason-known']],
    [named([start, ending(''), end, stop]), ['finish-reason-known']],
  ],
  'finish-reason-given': [
    [named([start, stop]), ['finish-reason-given']],
    [named([start, ending(null), stop]), ['finish-reason-given']],
  ],
  'finish-matches-tool-calls': [
    [named([start, ...text(0), ending('tool_use'), stop]), ['finish-matches-tool-calls']],
    [named([start, ...use(0, '{}'), end, stop]), ['finish-matches-tool-calls']],
  ],
  'stop-sequence-named': [
    [named([start, ending('stop_sequence'), stop]), ['stop-sequence-named']],
    [named([start, ending('end_turn', { stop_sequence: 'END' }), stop]), ['stop-sequence-named']],
  ],
  'error-well-formed': [
    [named([start, { type: 'error', error: { message: 'Overloaded.' } }]), ['error-well-formed']],
    [named([start, { type: 'error', error: 'Overloaded.' }]), ['error-well-formed']],
    [named([start]) + event({ error: { message: 'Overloaded.' } }), ['event-named', 'error-well-formed']],
  ],
  'terminal-present': [
    [named([start, open(0, emptyText), delta(0, says('Hi'))]), ['terminal-present']],
    [named([start, ...text(0), end]), ['terminal-present']],
    ['', ['terminal-present']],
  ],
  'nothing-after-end': [
    [named([...whole, ping]), ['nothing-after-end']],
    [named([...whole, stop]), ['nothing-after-end']],
    [named([start, full, stop]), ['nothing-after-end']],
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
