import { describe, it } from 'vitest';
import type { Json, JsonObject } from '../../../json/index.js';
import type { RuleName } from '../../rules/index.js';
import {
  functionCallItem,
  messageItem,
  reasoningItem,
  refusalPart,
  response,
  responseUsage,
} from '../../testing/responses-bodies.js';
import { expectRule, type RuleCases } from '../../testing/rule-cases.js';
import { responses } from '../index.js';

const withItems = (...output: readonly Json[]): JsonObject => response({ output });
const withParts = (...parts: readonly Json[]): JsonObject => withItems(messageItem({}, parts));
const incomplete = (details: Json): JsonObject => response({ status: 'incomplete', incomplete_details: details });
const arguing = (text: Json): JsonObject => withItems(functionCallItem({ arguments: text }));

const noList = '`output` is null; expected a list of items.';
const cases: Partial<Record<RuleName, RuleCases>> = {
  'envelope-typed': {
    holds: { response: response() },
    fails: { realtime: [response({ object: 'event' }), '`object` is the string "event"; expected "response".'] },
  },
  'id-present': {
    holds: { 'any spelling': response({ id: 'x' }) },
    fails: { empty: [response({ id: ' ' }), '`id` is the string " "; expected a non-empty string.'] },
  },
  'model-named': {
    holds: { model: response() },
    fails: { null: [response({ model: null }), '`model` is null; expected a non-empty string.'] },
  },
  'created-plausible': {
    holds: { seconds: response(), 'a fraction': response({ created_at: 1_791_346_459.25 }) },
    fails: {
      milliseconds: [
        response({ created_at: 1_791_346_459_000 }),
        '`created_at` is the number 1791346459000; expected seconds since 1970, between 2020 and 2100.',
      ],
      'the name of Chat Completions': [
        response({ created_at: null }),
        '`created_at` is null; expected seconds since 1970, between 2020 and 2100.',
      ],
    },
  },
  'role-assistant': {
    holds: { assistant: response(), 'no message': withItems(functionCallItem()), nothing: withItems() },
    fails: {
      user: [withItems(messageItem({ role: 'user' })), '`output[0].role` is the string "user"; expected "assistant".'],
      'no list': [response({ output: null }), noList],
    },
  },
  'content-well-formed': {
    holds: {
      nothing: withItems(),
      'every known item': withItems(reasoningItem, messageItem(), functionCallItem()),
      'every known part': withParts({ type: 'output_text', text: '', annotations: [] }, refusalPart),
      'what nobody knows': withItems({ type: 'web_search_call' }, messageItem({}, [{ type: 'audio', text: 5 }])),
    },
    fails: {
      'no list': [response({ output: null }), noList],
      'no item': [withItems(null), '`output[0]` is null; expected an object.'],
      'no type': [withItems({ id: 'x' }), '`output[0].type` is missing; expected a non-empty string.'],
      'content as text': [
        withItems(messageItem({}, 'Hello.')),
        '`output[0].content` is the string "Hello."; expected a list of parts.',
      ],
      'no part': [withParts('Hello.'), '`output[0].content[0]` is the string "Hello."; expected an object.'],
      'a part without a type': [
        withParts({ text: 'a' }),
        '`output[0].content[0].type` is missing; expected a non-empty string.',
      ],
      'text as a number': [
        withParts({ type: 'output_text', text: 1, annotations: [] }),
        '`output[0].content[0].text` is the number 1; expected a string.',
      ],
      'no annotations': [
        withParts({ type: 'output_text', text: 'a' }),
        '`output[0].content[0].annotations` is missing; expected a list.',
      ],
      'no refusal': [
        withParts({ type: 'refusal', text: 'No.' }),
        '`output[0].content[0].refusal` is missing; expected a string.',
      ],
      'arguments as an object': [
        arguing({ city: 'Bern' }),
        '`output[0].arguments` is an object with `city`; expected a string.',
      ],
      'no summary': [
        withItems({ ...reasoningItem, summary: null }),
        '`output[0].summary` is null; expected a list of parts.',
      ],
      'a summary without text': [
        withItems({ ...reasoningItem, summary: [{ type: 'summary_text' }] }),
        '`output[0].summary[0].text` is missing; expected a string.',
      ],
    },
  },
  'finish-reason-known': {
    holds: {
      completed: response(),
      'cut off': incomplete({ reason: 'max_output_tokens' }),
      filtered: incomplete({ reason: 'content_filter' }),
    },
    fails: {
      'still in progress': [
        response({ status: 'in_progress' }),
        '`status` is the string "in_progress"; expected "completed" or "incomplete".',
      ],
      failed: [
        response({ status: 'failed' }),
        '`status` is the string "failed"; expected "completed" or "incomplete".',
      ],
      'no reason': [
        incomplete(null),
        '`incomplete_details` is null; expected the reason, because the response is incomplete.',
      ],
      "the other API's": [
        incomplete({ reason: 'length' }),
        '`incomplete_details.reason` is the string "length"; expected max_output_tokens or content_filter.',
      ],
    },
  },
  'tool-calls-identified': {
    holds: {
      none: response(),
      two: withItems(functionCallItem(), functionCallItem({ call_id: 'call_2' })),
      'the call_id of another kind of item': withItems({ type: 'x', call_id: 'call_1' }, functionCallItem()),
    },
    fails: {
      'no call_id': [
        withItems(functionCallItem({ call_id: null })),
        '`output[0].call_id` is null; expected a non-empty string.',
      ],
      'no name': [
        withItems(functionCallItem({ name: '' })),
        '`output[0].name` is an empty string; expected a non-empty string.',
      ],
      'one call_id twice': [
        withItems(functionCallItem(), messageItem(), functionCallItem({ id: 'fc_2' })),
        '`output[2].call_id` is the string "call_1"; expected an id that no other call has.',
      ],
    },
  },
  'tool-arguments-object': {
    holds: { none: response(), empty: arguing('{}') },
    fails: {
      'an object': [arguing({ city: 'Bern' }), '`output[0].arguments` is an object with `city`; expected a JSON text.'],
      list: [arguing('[]'), '`output[0].arguments` is the string "[]"; expected a JSON text of an object.'],
      cut: [arguing('{"ci'), '`output[0].arguments` is the string "{\\"ci"; expected a JSON text of an object.'],
      'encoded twice': [
        arguing('"{}"'),
        '`output[0].arguments` is the string "\\"{}\\""; expected a JSON text of an object, and this is one encoded twice.',
      ],
    },
  },
  'usage-reported': {
    holds: { counts: response() },
    fails: {
      none: [response({ usage: null }), '`usage` is null; expected an object with token counts.'],
      fraction: [
        response({ usage: responseUsage({ input_tokens: 1.5 }) }),
        '`usage.input_tokens` is the number 1.5; expected a whole number from 0 on.',
      ],
    },
  },
  'usage-adds-up': {
    holds: { sum: response() },
    fails: {
      more: [
        response({ usage: responseUsage({ total_tokens: 25 }) }),
        '`usage.total_tokens` is the number 25; expected 24, which is 22 + 2.',
      ],
      none: [response({ usage: null }), '`usage` is null; expected counts of input and output tokens to add up.'],
    },
  },
};

describe('a rule of responses', () => {
  it.each(responses.rules.map(({ name }) => name))('%s', (name) => {
    const ruleCases = cases[name];
    if (ruleCases === undefined) throw new Error(`No cases for ${name}.`);
    expectRule(responses, name, ruleCases);
  });
});
