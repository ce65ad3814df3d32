import { describe, it } from 'vitest';
import type { Json, JsonObject } from '../../../json/index.js';
import type { RuleName } from '../../rules/index.js';
import { candidate, functionCallPart, generated, withParts } from '../../testing/gemini-bodies.js';
import { expectRule, type RuleCases } from '../../testing/rule-cases.js';
import { geminiFinishReasons } from '../finish-reasons.js';
import { gemini } from '../index.js';

const having = (...candidates: readonly Json[]): JsonObject => generated({ candidates });
const counting = (usageMetadata: Json): JsonObject => generated({ usageMetadata });
const { index: _, ...withoutIndex } = candidate();
const reasons = `one of ${[...geminiFinishReasons.keys()].join(', ')}`;

const cases: Partial<Record<RuleName, RuleCases>> = {
  'id-present': {
    holds: { 'any spelling': generated({ responseId: 'x' }) },
    fails: { none: [generated({ responseId: null }), '`responseId` is null; expected a non-empty string.'] },
  },
  'model-named': {
    holds: { model: generated() },
    fails: {
      empty: [generated({ modelVersion: '' }), '`modelVersion` is an empty string; expected a non-empty string.'],
    },
  },
  'role-assistant': {
    holds: { model: generated() },
    fails: {
      "another API's": [
        having(candidate({ content: { role: 'assistant', parts: [] } })),
        '`candidates[0].content.role` is the string "assistant"; expected "model".',
      ],
      'no content': [having({ finishReason: 'SAFETY' }), '`candidates[0].content.role` is missing; expected "model".'],
    },
  },
  'choices-indexed': {
    holds: {
      one: generated(),
      'left out, which is 0': having(withoutIndex),
      'in another order': having(candidate({ index: 1 }), withoutIndex),
    },
    fails: {
      none: [having(), '`candidates` is an empty list; expected a list of at least one candidate.'],
      'from 1': [having(candidate({ index: 1 })), '`candidates[0].index` is the number 1; expected 0.'],
      twice: [
        having(candidate(), withoutIndex),
        '`candidates[1].index` is missing; expected a number from 0 to 1 that no other candidate has.',
      ],
      'as text': [having(candidate({ index: '0' })), '`candidates[0].index` is the string "0"; expected 0.'],
    },
  },
  'content-well-formed': {
    holds: {
      text: generated(),
      'every known kind': withParts(
        { text: 'Hm.', thought: true },
        { ...functionCallPart(), thoughtSignature: 'c2ln' },
        { inlineData: { mimeType: 'image/png', data: 'iVBORw0KGgo=' } },
        { executableCode: { language: 'PYTHON', code: '1' } },
      ),
      'an unknown kind': withParts({ hologram: 5 }),
      'an empty text with a signature': withParts({ text: '', thoughtSignature: 'c2ln' }),
      'no parts': having(candidate({ content: { role: 'model' } })),
      'no content': having({ finishReason: 'SAFETY' }),
    },
    fails: {
      'content as text': [
        having(candidate({ content: 'Hello.' })),
        '`candidates[0].content` is the string "Hello."; expected an object.',
      ],
      'parts as text': [
        having(candidate({}, 'Hello.')),
        '`candidates[0].content.parts` is the string "Hello."; expected a list of parts.',
      ],
      'no part': [withParts('Hello.'), '`candidates[0].content.parts[0]` is the string "Hello."; expected an object.'],
      'an empty part': [
        withParts({}),
        '`candidates[0].content.parts[0]` is an empty object; expected an object with something in it.',
      ],
      'text as a number': [
        withParts({ text: 1 }),
        '`candidates[0].content.parts[0].text` is the number 1; expected a string.',
      ],
      'an empty signature': [
        withParts({ text: 'a', thoughtSignature: '' }),
        '`candidates[0].content.parts[0].thoughtSignature` is an empty string; expected a non-empty string.',
      ],
      'two kinds in one part': [
        withParts({ text: 'a', inlineData: { mimeType: 'image/png', data: 'AA==' } }),
        '`candidates[0].content.parts[0].inlineData` is an object with `mimeType` and `data`; expected missing, because the part has `text`.',
      ],
    },
  },
  'finish-reason-known': {
    holds: { stop: generated(), 'of an image': having(candidate({ finishReason: 'NO_IMAGE' })) },
    fails: {
      "another API's": [
        having(candidate({ finishReason: 'stop' })),
        `\`candidates[0].finishReason\` is the string "stop"; expected ${reasons}.`,
      ],
      none: [having(candidate({ finishReason: null })), `\`candidates[0].finishReason\` is null; expected ${reasons}.`],
    },
  },
  'tool-calls-identified': {
    holds: {
      none: generated(),
      'two without ids': withParts(functionCallPart(), functionCallPart()),
      'two with ids': withParts(functionCallPart({ id: 'a' }), functionCallPart({ id: 'b' })),
    },
    fails: {
      'no name': [
        withParts({ functionCall: { args: {} } }),
        '`candidates[0].content.parts[0].functionCall.name` is missing; expected a non-empty string.',
      ],
      'an empty id': [
        withParts(functionCallPart({ id: '' })),
        '`candidates[0].content.parts[0].functionCall.id` is an empty string; expected a non-empty string.',
      ],
      'one id twice': [
        withParts(functionCallPart({ id: 'a' }), { text: 'b' }, functionCallPart({ id: 'a' })),
        '`candidates[0].content.parts[2].functionCall.id` is the string "a"; expected an id that no other call has.',
      ],
    },
  },
  'tool-arguments-object': {
    holds: { none: generated(), 'no arguments': withParts({ functionCall: { name: 'now' } }) },
    fails: {
      text: [
        withParts(functionCallPart({ args: '{}' })),
        '`candidates[0].content.parts[0].functionCall.args` is the string "{}"; expected an object.',
      ],
    },
  },
  'usage-reported': {
    holds: {
      counts: generated(),
      'no candidates counted': counting({ promptTokenCount: 3, totalTokenCount: 3 }),
      thoughts: counting({ promptTokenCount: 3, thoughtsTokenCount: 4, totalTokenCount: 7 }),
    },
    fails: {
      none: [counting(null), '`usageMetadata` is null; expected an object with token counts.'],
      'no total': [
        counting({ promptTokenCount: 3 }),
        '`usageMetadata.totalTokenCount` is missing; expected a whole number from 0 on.',
      ],
      'a text': [
        counting({ promptTokenCount: 3, thoughtsTokenCount: '4', totalTokenCount: 7 }),
        '`usageMetadata.thoughtsTokenCount` is the string "4"; expected a whole number from 0 on.',
      ],
    },
  },
  'usage-adds-up': {
    holds: {
      counts: generated(),
      'with thoughts and tool use': counting({
        promptTokenCount: 1,
        candidatesTokenCount: 2,
        thoughtsTokenCount: 3,
        toolUsePromptTokenCount: 4,
        totalTokenCount: 10,
      }),
      'of nothing': counting({ promptTokenCount: 0, totalTokenCount: 0 }),
    },
    fails: {
      'thoughts left out': [
        counting({ promptTokenCount: 1, candidatesTokenCount: 2, thoughtsTokenCount: 3, totalTokenCount: 3 }),
        '`usageMetadata.totalTokenCount` is the number 3; expected 6, which is 1 + 2 + 3.',
      ],
      'nothing to add': [
        counting({ totalTokenCount: 3 }),
        '`usageMetadata` is an object with `totalTokenCount`; expected a count of prompt tokens to add to.',
      ],
    },
  },
};

describe('a rule of gemini', () => {
  it.each(gemini.rules.map(({ name }) => name))('%s', (name) => {
    const ruleCases = cases[name];
    if (ruleCases === undefined) throw new Error(`No cases for ${name}.`);
    expectRule(gemini, name, ruleCases);
  });
});
