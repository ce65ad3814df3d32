import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from './complete.js';
import type { Prompt } from './prompt.js';

function prompt(text: string, more: Partial<Prompt> = {}): Prompt {
  return { system: '', turns: [{ role: 'user', text }], maxTokens: 1000, stop: [], ...more };
}

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
          { role: 'user', text: 'My name is Ada.' },
          { role: 'assistant', text: 'My name is Claude.' },
          { role: 'user', text: 'No: my name is Grace!' },
          { role: 'assistant', text: 'My name is Claude.' },
          { role: 'user', text: 'What is my name?' },
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
        turns: [
          { role: 'user', text: 'Repeat exactly: old' },
          { role: 'assistant', text: 'Repeat exactly: own' },
        ],
      }),
      'old',
    ],
  ])('%s', (_, given, reply) => {
    expect(complete(given, false).text).toBe(reply);
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
