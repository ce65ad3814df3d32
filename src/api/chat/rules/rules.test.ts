import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../json/index.js';
import type { RuleName } from '../../rules/index.js';
import { calling, choice, completion, functionCall } from '../../testing/bodies.js';
import { expectRule, type RuleCases } from '../../testing/rule-cases.js';
import { chat } from '../index.js';

const finishing = (finish_reason: Json): JsonObject => completion({ choices: [choice({ finish_reason })] });
const saying = (content: Json): JsonObject => completion({ choices: [choice({}, { role: 'assistant', content })] });
const refusing = (refusal: Json): JsonObject =>
  completion({ choices: [choice({}, { role: 'assistant', content: null, refusal })] });
const withArguments = (text: Json): JsonObject =>
  calling([functionCall({ function: { name: 'weather', arguments: text } })]);
const indexed = (...indices: readonly Json[]): JsonObject =>
  completion({ choices: indices.map((index) => choice({ index })) });

const usage = (prompt_tokens: Json, completion_tokens: Json, total_tokens: Json): JsonObject =>
  completion({ usage: { prompt_tokens, completion_tokens, total_tokens } });

const at = '`choices[0]';
const cases: Partial<Record<RuleName, RuleCases>> = {
  'envelope-typed': {
    holds: { completion: completion() },
    fails: {
      chunk: [
        completion({ object: 'chat.completion.chunk' }),
        '`object` is the string "chat.completion.chunk"; expected "chat.completion".',
      ],
    },
  },
  'id-present': {
    holds: { id: completion() },
    fails: {
      empty: [completion({ id: '' }), '`id` is an empty string; expected a non-empty string.'],
      null: [completion({ id: null }), '`id` is null; expected a non-empty string.'],
    },
  },
  'model-named': {
    holds: { 'another spelling': completion({ model: 'us.anthropic.claude' }) },
    fails: { blank: [completion({ model: ' ' }), '`model` is the string " "; expected a non-empty string.'] },
  },
  'created-plausible': {
    holds: { seconds: completion() },
    fails: {
      milliseconds: [
        completion({ created: 1_791_346_459_000 }),
        '`created` is the number 1791346459000; expected whole seconds since 1970, between 2020 and 2100.',
      ],
      zero: [
        completion({ created: 0 }),
        '`created` is the number 0; expected whole seconds since 1970, between 2020 and 2100.',
      ],
      fraction: [
        completion({ created: 1_791_346_459.5 }),
        '`created` is the number 1791346459.5; expected whole seconds since 1970, between 2020 and 2100.',
      ],
    },
  },
  'role-assistant': {
    holds: { assistant: completion() },
    fails: {
      user: [
        completion({ choices: [choice({}, { role: 'user', content: 'a' })] }),
        `${at}.message.role\` is the string "user"; expected "assistant".`,
      ],
      'no role': [
        completion({ choices: [choice({}, { content: 'a' })] }),
        `${at}.message.role\` is missing; expected "assistant".`,
      ],
    },
  },
  'choices-indexed': {
    holds: { one: indexed(0), three: indexed(0, 1, 2), 'another order': indexed(1, 0) },
    fails: {
      repeated: [indexed(0, 0), 'The indices of `choices` are 0, 0; expected each index from 0 to 1 once.'],
      'from one': [indexed(1, 2), 'The indices of `choices` are 1, 2; expected each index from 0 to 1 once.'],
      text: [indexed('0'), 'The indices of `choices` are no number; expected each index from 0 to 0 once.'],
      none: [indexed(), 'The indices of `choices` are none; expected at least one choice.'],
    },
  },
  'content-well-formed': {
    holds: {
      text: saying('Hello.'),
      nothing: calling([functionCall()]),
      refusal: refusing('I cannot help with that.'),
      'no refusal': refusing(null),
      blocks: saying([
        { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }, { type: 'summary_encrypted_text' }] },
        { type: 'text', text: '' },
        { type: 'hologram' },
      ]),
    },
    fails: {
      'a refusal in blocks': [
        refusing([{ type: 'refusal', refusal: 'No.' }]),
        `${at}.message.refusal\` is a list of 1; expected a string or null.`,
      ],
      number: [saying(5), `${at}.message.content\` is the number 5; expected a string, a list of blocks or null.`],
      'text in a list': [saying(['Hello.']), `${at}.message.content[0]\` is the string "Hello."; expected an object.`],
      'a text block without text': [
        saying([{ type: 'text' }]),
        `${at}.message.content[0].text\` is missing; expected a string.`,
      ],
      'a block without type': [
        saying([{ text: 'a' }]),
        `${at}.message.content[0].type\` is missing; expected a non-empty string.`,
      ],
      'reasoning without summary': [
        saying([{ type: 'reasoning' }]),
        `${at}.message.content[0].summary\` is missing; expected a list of summary parts.`,
      ],
      'a summary of text': [
        saying([{ type: 'reasoning', summary: ['Hm.'] }]),
        `${at}.message.content[0].summary[0]\` is the string "Hm."; expected an object.`,
      ],
      'an empty summary text': [
        saying([{ type: 'reasoning', summary: [{ type: 'summary_text' }] }]),
        `${at}.message.content[0].summary[0].text\` is missing; expected a string.`,
      ],
    },
  },
  'finish-reason-known': {
    holds: { stop: finishing('stop'), length: finishing('length'), filter: finishing('content_filter') },
    fails: {
      // A provider's own word, passed on (Portkey-AI/gateway#741).
      error: [
        finishing('error'),
        `${at}.finish_reason\` is the string "error"; expected one of stop, length, tool_calls, content_filter, function_call.`,
      ],
      null: [
        finishing(null),
        `${at}.finish_reason\` is null; expected one of stop, length, tool_calls, content_filter, function_call.`,
      ],
      'a name of the language': [
        finishing('constructor'),
        `${at}.finish_reason\` is the string "constructor"; expected one of stop, length, tool_calls, content_filter, function_call.`,
      ],
    },
  },
  'finish-matches-tool-calls': {
    holds: {
      'no call': completion(),
      'an empty list': calling([], 'stop'),
      call: calling([functionCall()]),
      'cut off': calling([functionCall()], 'length'),
      'a stop whose request is not known': calling([functionCall()], 'stop'),
    },
    fails: {
      'no call': [
        finishing('tool_calls'),
        `${at}.message.tool_calls\` is missing; expected tool calls, because the choice finished with them.`,
      ],
      'an empty list': [
        calling([]),
        `${at}.message.tool_calls\` is an empty list; expected tool calls, because the choice finished with them.`,
      ],
      'no reason': [
        calling([functionCall()], null),
        `${at}.finish_reason\` is null; expected "tool_calls", because the message has a tool call.`,
      ],
    },
  },
  'tool-calls-identified': {
    holds: { none: completion(), two: calling([functionCall(), functionCall({ id: 'call_2' })]) },
    fails: {
      'no id': [
        calling([functionCall({ id: '' })]),
        `${at}.message.tool_calls[0].id\` is an empty string; expected a non-empty string.`,
      ],
      'no type': [
        calling([functionCall({ type: null })]),
        `${at}.message.tool_calls[0].type\` is null; expected "function".`,
      ],
      'no name': [
        calling([functionCall({ function: {} })]),
        `${at}.message.tool_calls[0].function.name\` is missing; expected a non-empty string.`,
      ],
      'one id twice': [
        calling([functionCall(), functionCall()]),
        `${at}.message.tool_calls[1].id\` is the string "call_1"; expected an id that no other call has.`,
      ],
      'no list': [
        completion({ choices: [choice({}, { role: 'assistant', content: null, tool_calls: functionCall() })] }),
        `${at}.message.tool_calls\` is an object with \`id\`, \`type\` and \`function\`; expected a list of tool calls.`,
      ],
      text: [calling(['weather']), `${at}.message.tool_calls[0]\` is the string "weather"; expected an object.`],
    },
  },
  'tool-arguments-object': {
    holds: { none: completion(), object: withArguments('{"city":"Bern"}'), empty: withArguments('{}') },
    fails: {
      'an object itself': [
        withArguments({ city: 'Bern' }),
        `${at}.message.tool_calls[0].function.arguments\` is an object with \`city\`; expected a JSON text.`,
      ],
      'cut text': [
        withArguments('{"city":'),
        `${at}.message.tool_calls[0].function.arguments\` is the string "{\\"city\\":"; expected a JSON text of an object.`,
      ],
      list: [
        withArguments('[]'),
        `${at}.message.tool_calls[0].function.arguments\` is the string "[]"; expected a JSON text of an object.`,
      ],
      twice: [
        withArguments('"{}"'),
        `${at}.message.tool_calls[0].function.arguments\` is the string "\\"{}\\""; expected a JSON text of an object, and this is one encoded twice.`,
      ],
    },
  },
  'usage-reported': {
    holds: { counts: usage(1, 2, 3), nothing: usage(0, 0, 0) },
    fails: {
      null: [completion({ usage: null }), '`usage` is null; expected an object with token counts.'],
      text: [usage('1', 2, 3), '`usage.prompt_tokens` is the string "1"; expected a whole number from 0 on.'],
      negative: [usage(1, -2, 3), '`usage.completion_tokens` is the number -2; expected a whole number from 0 on.'],
      'no total': [
        completion({ usage: { prompt_tokens: 1, completion_tokens: 2 } }),
        '`usage.total_tokens` is missing; expected a whole number from 0 on.',
      ],
    },
  },
  'usage-adds-up': {
    holds: { sum: usage(22, 60, 82) },
    fails: {
      'another sum': [usage(22, 60, 83), '`usage.total_tokens` is the number 83; expected 82, which is 22 + 60.'],
      'no usage': [
        completion({ usage: null }),
        '`usage` is null; expected counts of prompt and completion tokens to add up.',
      ],
    },
  },
};

describe('a rule of chat', () => {
  it.each(chat.rules.map(({ name }) => name))('%s', (name) => {
    const ruleCases = cases[name];
    if (ruleCases === undefined) throw new Error(`No cases for ${name}.`);
    expectRule(chat, name, ruleCases);
  });

  it('looks at every choice', () => {
    const body = completion({ choices: [choice(), choice({ index: 1, finish_reason: '' })] });
    expect(chat.rules.flatMap((rule) => rule.check(body)).map(({ where }) => where)).toEqual([
      '/choices/1/finish_reason',
    ]);
  });
});

describe('a stop behind a tool call', () => {
  const rule = chat.rules.find(({ name }) => name === 'finish-matches-tool-calls');
  const body = calling([functionCall()], 'stop');

  it('is refused when the request left the choice to the model', () => {
    for (const sent of [
      {},
      { tool_choice: 'auto' },
      { tool_choice: 'required' },
      { tool_choice: { type: 'allowed_tools' } },
    ]) {
      expect(rule?.check(body, sent)).toHaveLength(1);
    }
  });

  it('is tolerated when the request forced one function', () => {
    expect(rule?.check(body, { tool_choice: { type: 'function', function: { name: 'weather' } } })).toEqual([]);
  });
});
