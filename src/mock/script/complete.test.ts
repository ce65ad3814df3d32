import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pngOf } from '../testing/png.js';
import { assistant, promptOf, tool, user } from '../testing/prompts.js';
import { complete } from './complete.js';
import type { Prompt, Turn } from './prompt.js';

function prompt(text: string, more: Partial<Prompt> = {}): Prompt {
  return promptOf({ turns: [user(text)], ...more });
}

const results = (...texts: string[]): Turn => ({
  role: 'tool',
  results: texts.map((text, index) => ({ id: `${index}`, text })),
});
const schema = { type: 'object', required: ['city'], properties: { city: { const: 'Bern' } } };
const repeatFirst = 'Repeat what you said first.';

function textOf(...given: Parameters<typeof prompt>): string {
  return complete(prompt(...given), false).text;
}

describe('the script', () => {
  it.each<[name: string, prompt: Prompt, reply: string]>([
    ['greets', prompt('Say hello.'), 'Hello! How can I help you today?'],
    ['greets when nobody asks anything', prompt('', { turns: [] }), 'Hello! How can I help you today?'],
    ['counts', prompt('Count from 1 to 5.'), '1, 2, 3, 4, 5'],
    ['does not know a name that it was not told', prompt('What is my name?'), 'You have not told me your name.'],
    [
      'recalls the latest name that the user gave',
      prompt('', {
        turns: [
          user('My name is Ada.'),
          assistant('My name is Claude.'),
          user('No: my name is Grace!'),
          assistant('My name is Claude.'),
          user('What is my name?'),
        ],
      }),
      'Your name is Grace.',
    ],
    ['obeys the system prompt', prompt('Say hello.', { system: 'Answer only with the word: banana.' }), 'banana'],
    [
      'obeys it before the user',
      prompt('Repeat exactly: apple', { system: 'Answer only with the word: pear' }),
      'pear',
    ],
    ['repeats', prompt('Repeat exactly:  two  spaces \n and a line\n'), ' two  spaces \n and a line\n'],
    ['repeats nothing', prompt('Repeat exactly: '), ''],
    [
      'listens to the last user turn only',
      prompt('', {
        turns: [user('Repeat exactly: old'), assistant('Repeat exactly: own')],
      }),
      'old',
    ],
    [
      'reports what tools found',
      prompt('', { turns: [user('Ask.'), results('sunny', '{"at":"12:00"}')] }),
      'sunny\n{"at":"12:00"}',
    ],
    [
      'reports that before anything else',
      prompt('', { turns: [user('x'), results('')], format: 'json', tools: [tool('f')], toolChoice: 'required' }),
      '',
    ],
    ['listens again after that', prompt('', { turns: [user('x'), results('sunny'), user('Repeat exactly: y')] }), 'y'],
    [
      'gives the JSON that it is asked for',
      prompt('Answer with this JSON: {"a":[1, 2]} now', { format: 'json' }),
      '{"a":[1, 2]}',
    ],
    [
      'gives it where a schema is set',
      prompt('Answer with this JSON: {"city":"Rom"}', { format: { schema } }),
      '{"city":"Rom"}',
    ],
    ['makes up JSON that follows the schema', prompt('Say hello.', { format: { schema } }), '{"city":"Bern"}'],
    ['makes up JSON without a schema', prompt('Answer with this JSON: {', { format: 'json' }), '{}'],
    [
      'takes that wish for words where text is wanted',
      prompt('Answer with this JSON: {}'),
      'Hello! How can I help you today?',
    ],
    [
      'repeats what it said first',
      prompt('', { turns: [user('a'), assistant('one'), user('b'), assistant('two'), user(repeatFirst)] }),
      'one',
    ],
    ['knows when it has not said anything', prompt(repeatFirst), 'I have not said anything yet.'],
  ])('%s', (_, given, reply) => {
    expect(complete(given, false).text).toBe(reply);
  });

  it('declines before it calls tools', () => {
    const given = prompt('Refuse this request. Call f with {}', { tools: [tool('f')], format: 'json' });
    expect(complete(given, false)).toMatchObject({
      text: '',
      refusal: "I can't help with that.",
      calls: [],
      finish: { reason: 'refusal' },
      answerTokens: 8,
    });
    expect(complete({ ...given, maxTokens: 1 }, false)).toMatchObject({ refusal: 'I', finish: { reason: 'length' } });
  });

  it('repeats any text, character by character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => textOf(`Repeat exactly: ${text}`, { maxTokens: Infinity }) === text,
      ),
    );
  });
});

describe('an answer', () => {
  it.each([
    [1, '1', 'length', 1],
    [4, '1, 2,', 'length', 4],
    [9, '1, 2, 3, 4, 5', 'end', 9],
    [10, '1, 2, 3, 4, 5', 'end', 9],
  ])('of at most %i tokens is %j', (maxTokens, text, reason, answerTokens) => {
    const answer = complete(prompt('Count from 1 to 5', { maxTokens }), false);
    expect(answer).toMatchObject({ text, finish: { reason }, answerTokens });
  });

  it.each<[stop: string[], maxTokens: number, text: string, finish: object]>([
    [['3'], 1000, '1, 2, ', { reason: 'stop', sequence: '3' }],
    [['4', ', 3'], 1000, '1, 2', { reason: 'stop', sequence: ', 3' }],
    [['2, 3, 4', '3'], 1000, '1, 2, ', { reason: 'stop', sequence: '3' }],
    [['1'], 1000, '', { reason: 'stop', sequence: '1' }],
    [['nowhere'], 1000, '1, 2, 3, 4, 5', { reason: 'end' }],
    [['5'], 3, '1, 2', { reason: 'length' }],
  ])('stops at the first complete sequence of %j within %i tokens', (stop, maxTokens, text, finish) => {
    expect(complete(prompt('Count from 1 to 5', { stop, maxTokens }), false)).toMatchObject({ text, finish });
  });

  it('counts the tokens of all that was asked', () => {
    const one = complete(prompt('Say hello.'), false).promptTokens;
    expect(one).toBe(7);
    expect(complete(prompt('Say hello.', { system: 'Be kind' }), false).promptTokens).toBe(one + 6);
    const images = [pngOf({ colour: [0, 0, 0] }), pngOf({ colour: [0, 0, 0], width: 99 })].map((bytes) => ({
      mediaType: 'image/png',
      bytes,
    }));
    expect(complete(prompt('', { turns: [user('Say hello.', images)] }), false).promptTokens).toBe(one + 170);
    expect(complete(prompt('Say hello.', { tools: [tool('f')] }), false).promptTokens).toBe(one + 10);
    const called: Turn = { role: 'assistant', text: '', calls: [{ name: 'f', arguments: { a: 1 } }] };
    const turns = [user('Say hello.'), called, results('sunny')];
    expect(complete(prompt('', { turns }), false).promptTokens).toBe(one + 4 + 8 + 4 + 1);
  });

  it('thinks first when it is asked to', () => {
    const thought = complete(prompt('Say hello.', { thinks: true }), false);
    expect(thought).toEqual(complete(prompt('Say hello.'), true));
    expect(thought).toMatchObject({ reasoning: 'Follow the script.', reasoningTokens: 4 });
  });

  it('of a model that thinks aloud spends the same budget on reasoning', () => {
    expect(complete(prompt('Say hello.'), true)).toMatchObject({ reasoning: 'Follow the script.', answerTokens: 13 });
    expect(complete(prompt('Say hello.', { maxTokens: 2 }), true)).toMatchObject({
      reasoning: 'Follow the',
      text: '',
      finish: { reason: 'length' },
      answerTokens: 2,
    });
  });

  it('is always the same to the same prompt', () => {
    expect(complete(prompt('Say hello.'), true)).toEqual(complete(prompt('Say hello.'), true));
  });
});
