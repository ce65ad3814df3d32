import { describe, expect, it } from 'vitest';
import { promptOf, tool, user } from '../testing/prompts.js';
import { complete } from './complete.js';
import type { Prompt, ToolCall } from './prompt.js';

const city = { type: 'object', required: ['city'], properties: { city: { enum: ['Bern'] } } };
const tools = [tool('get_weather', city), tool('get_time')];

function answer(question: string, more: Partial<Prompt> = {}) {
  return complete(promptOf({ turns: [user(question)], tools, ...more }), false);
}

const both = 'Call get_weather with {"city":"Zürich"} and Call get_time with {"zone":{"name":"}"}}, please.';

describe('the tools that the script calls', () => {
  it.each<[question: string, calls: readonly ToolCall[]]>([
    ['Call get_time with {}', [{ name: 'get_time', arguments: {} }]],
    [
      both,
      [
        { name: 'get_weather', arguments: { city: 'Zürich' } },
        { name: 'get_time', arguments: { zone: { name: '}' } } },
      ],
    ],
    [
      'Call get_time with {"zone":"Call get_weather with {}"}',
      [{ name: 'get_time', arguments: { zone: 'Call get_weather with {}' } }],
    ],
    ['Call get_time with {} and Call get_time with {}', Array(2).fill({ name: 'get_time', arguments: {} })],
    [
      'Call nobody with {} and Call get_time with {"a":[1,"1",null]}',
      [{ name: 'get_time', arguments: { a: [1, '1', null] } }],
    ],
  ])('in %s are %j', (question, calls) => {
    expect(answer(question)).toMatchObject({ text: '', calls, finish: { reason: 'calls' } });
  });

  it.each([
    'Say hello.',
    'Call nobody with {}',
    'Call get_time with {"a":',
    'Call get_time',
    'Recall get_time with {}',
  ])('in %j are none', (question) => {
    expect(answer(question)).toMatchObject({ calls: [], finish: { reason: 'end' } });
  });

  it('are none where there are none', () => {
    expect(answer(both, { tools: [] }).calls).toEqual([]);
    expect(answer(both, { tools: [], toolChoice: 'required' }).calls).toEqual([]);
  });

  it('are none when none is the choice', () => {
    expect(answer(both, { toolChoice: 'none' })).toMatchObject({ calls: [], text: expect.stringContaining('Hello') });
  });

  it('are the chosen one only', () => {
    expect(answer(both, { toolChoice: { tool: 'get_time' } }).calls.map(({ name }) => name)).toEqual(['get_time']);
  });

  it.each<[choice: Prompt['toolChoice'], call: ToolCall]>([
    ['required', { name: 'get_weather', arguments: { city: 'Bern' } }],
    [{ tool: 'get_weather' }, { name: 'get_weather', arguments: { city: 'Bern' } }],
    [{ tool: 'get_time' }, { name: 'get_time', arguments: {} }],
  ])('are made up when the choice is %j and nobody names one', (toolChoice, call) => {
    expect(answer('Say hello.', { toolChoice }).calls).toEqual([call]);
  });

  it('are the first one only when they may not be several', () => {
    expect(answer(both, { parallelCalls: false }).calls.map(({ name }) => name)).toEqual(['get_weather']);
  });

  it('cost their names and arguments, and those that do not fit whole are dropped', () => {
    const whole = answer(both);
    const [first] = whole.calls;
    expect(whole.answerTokens).toBe(28);
    expect(answer(both, { maxTokens: whole.answerTokens })).toEqual(whole);
    const cut = { calls: [first], finish: { reason: 'length' }, answerTokens: whole.answerTokens - 1 };
    expect(answer(both, { maxTokens: whole.answerTokens - 1 })).toMatchObject(cut);
    expect(answer(both, { maxTokens: 1 })).toMatchObject({
      calls: [],
      text: '',
      finish: { reason: 'length' },
      answerTokens: 1,
    });
  });
});
