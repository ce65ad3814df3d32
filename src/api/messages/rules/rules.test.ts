import { describe, it } from 'vitest';
import type { Json, JsonObject } from '../../../json/index.js';
import type { RuleName } from '../../rules/index.js';
import { message, toolUse } from '../../testing/bodies.js';
import { expectRule, type RuleCases } from '../../testing/rule-cases.js';
import { messages } from '../index.js';

const saying = (...content: readonly Json[]): JsonObject => message({ content });
const using = (stop_reason: Json, ...content: readonly Json[]): JsonObject => message({ content, stop_reason });
const stopped = (stop_reason: Json, stop_sequence: Json): JsonObject => message({ stop_reason, stop_sequence });

const reasons =
  'one of end_turn, max_tokens, stop_sequence, tool_use, pause_turn, refusal, model_context_window_exceeded';
const cases: Partial<Record<RuleName, RuleCases>> = {
  'envelope-typed': {
    holds: { message: message() },
    fails: { completion: [message({ type: 'completion' }), '`type` is the string "completion"; expected "message".'] },
  },
  'id-present': {
    holds: { 'any spelling': message({ id: 'msg_bdrk_01' }) },
    fails: { empty: [message({ id: '' }), '`id` is an empty string; expected a non-empty string.'] },
  },
  'model-named': {
    holds: { model: message() },
    fails: { null: [message({ model: null }), '`model` is null; expected a non-empty string.'] },
  },
  'role-assistant': {
    holds: { assistant: message() },
    fails: { user: [message({ role: 'user' }), '`role` is the string "user"; expected "assistant".'] },
  },
  'content-well-formed': {
    holds: {
      nothing: saying(),
      'every known block': saying(
        { type: 'thinking', thinking: '', signature: 's' },
        { type: 'redacted_thinking', data: 'd' },
        { type: 'text', text: 'Hello.', citations: null },
        { type: 'text', text: 'Hello.', citations: [{ type: 'char_location', cited_text: 'Hello.' }] },
        toolUse,
      ),
      'an unknown block': saying({ type: 'server_tool_use', name: 5 }),
    },
    fails: {
      'no list': [message({ content: 'Hello.' }), '`content` is the string "Hello."; expected a list of blocks.'],
      'no block': [saying(null), '`content[0]` is null; expected an object.'],
      'no type': [saying({ text: 'a' }), '`content[0].type` is missing; expected a non-empty string.'],
      'text as a number': [saying({ type: 'text', text: 1 }), '`content[0].text` is the number 1; expected a string.'],
      'citations as text': [
        saying({ type: 'text', text: 'a', citations: 'b' }),
        '`content[0].citations` is the string "b"; expected a list or null.',
      ],
      'no thinking': [
        saying({ type: 'thinking', signature: 's' }),
        '`content[0].thinking` is missing; expected a string.',
      ],
      'no signature': [
        saying({ type: 'thinking', thinking: 'a' }),
        '`content[0].signature` is missing; expected a non-empty string.',
      ],
      'no data': [saying({ type: 'redacted_thinking' }), '`content[0].data` is missing; expected a non-empty string.'],
      'input as text': [
        saying({ ...toolUse, input: '{}' }),
        '`content[0].input` is the string "{}"; expected an object.',
      ],
    },
  },
  'finish-reason-known': {
    holds: { 'end of turn': message(), pause: message({ stop_reason: 'pause_turn' }) },
    fails: {
      "the other API's": [
        message({ stop_reason: 'stop' }),
        `\`stop_reason\` is the string "stop"; expected ${reasons}.`,
      ],
      null: [message({ stop_reason: null }), `\`stop_reason\` is null; expected ${reasons}.`],
    },
  },
  'finish-matches-tool-calls': {
    holds: {
      'no tool': message(),
      tool: using('tool_use', toolUse),
      'cut off': using('max_tokens', toolUse),
      "a server's tool": using('end_turn', { type: 'server_tool_use', id: 's', name: 'search', input: {} }),
    },
    fails: {
      'no block': [
        using('tool_use'),
        '`content` is an empty list; expected a tool_use block, because the message stopped for it.',
      ],
      'end of turn': [
        using('end_turn', toolUse),
        '`stop_reason` is the string "end_turn"; expected "tool_use", because the content has a tool_use block.',
      ],
      'no content': [message({ content: null }), '`content` is null; expected a list of blocks.'],
    },
  },
  'stop-sequence-named': {
    holds: { neither: message(), both: stopped('stop_sequence', 'END') },
    fails: {
      unnamed: [
        stopped('stop_sequence', null),
        '`stop_sequence` is null; expected the sequence that the message stopped for.',
      ],
      'named without a stop': [
        stopped('end_turn', 'END'),
        '`stop_sequence` is the string "END"; expected null, because the message stopped for another reason.',
      ],
    },
  },
  'tool-calls-identified': {
    holds: {
      none: message(),
      two: saying(toolUse, { ...toolUse, id: 'toolu_2' }),
      'the id of another kind of block': saying({ type: 'x', id: 'toolu_1' }, toolUse),
    },
    fails: {
      'no id': [saying({ ...toolUse, id: null }), '`content[0].id` is null; expected a non-empty string.'],
      'no name': [
        saying({ ...toolUse, name: '' }),
        '`content[0].name` is an empty string; expected a non-empty string.',
      ],
      'one id twice': [
        saying(toolUse, { type: 'text', text: '' }, toolUse),
        '`content[2].id` is the string "toolu_1"; expected an id that no other call has.',
      ],
    },
  },
  'tool-arguments-object': {
    holds: { none: message(), empty: saying({ ...toolUse, input: {} }) },
    fails: { list: [saying({ ...toolUse, input: [] }), '`content[0].input` is an empty list; expected an object.'] },
  },
  'usage-reported': {
    holds: { counts: message() },
    fails: {
      none: [message({ usage: 'none' }), '`usage` is the string "none"; expected an object with token counts.'],
      fraction: [
        message({ usage: { input_tokens: 1.5, output_tokens: 0 } }),
        '`usage.input_tokens` is the number 1.5; expected a whole number from 0 on.',
      ],
    },
  },
};

describe('a rule of messages', () => {
  it.each(messages.rules.map(({ name }) => name))('%s', (name) => {
    const ruleCases = cases[name];
    if (ruleCases === undefined) throw new Error(`No cases for ${name}.`);
    expectRule(messages, name, ruleCases);
  });
});
