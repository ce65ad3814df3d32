import { describe, expect, it } from 'vitest';
import { choice, completion, message } from '../../api/testing/bodies.js';
import { aspects } from '../../spec/loading.js';
import { readAspects } from '../observation.js';
import { answer, context, databricks, reset } from '../testing/answers.js';

const read = (subject: Parameters<typeof readAspects>[1]) => readAspects(aspects, subject, context);

describe('the fingerprint', () => {
  it('of a completion', () => {
    expect(
      read(answer({ json: completion(), headers: { 'content-type': 'Application/JSON; charset=utf-8' } })),
    ).toEqual({
      status: 200,
      outcome: 'completion',
      contract: 'holds',
      'content-type': 'application/json',
      'error-code': null,
      'error-shape': null,
      shape: [
        '/choices/*/finish_reason: string',
        '/choices/*/index: number',
        '/choices/*/logprobs: null',
        '/choices/*/message/content: string',
        '/choices/*/message/role: string',
        '/choices/*/message: object',
        '/choices/*: object',
        '/choices: array',
        '/created: number',
        '/id: string',
        '/model: string',
        '/object: string',
        '/usage/completion_tokens: number',
        '/usage/prompt_tokens: number',
        '/usage/total_tokens: number',
        '/usage: object',
        ': object',
      ],
      'served-model': 'some-model',
      finish: 'stop',
      text: 'Hello.',
    });
  });

  it('of an error', () => {
    const subject = answer({ status: 403, json: databricks('PERMISSION_DENIED', 'No.'), api: 'messages' });
    expect(read(subject)).toMatchObject({
      status: 403,
      outcome: 'denied',
      contract: 'holds',
      'error-code': 'PERMISSION_DENIED',
      'error-shape': 'databricks',
      'served-model': null,
      finish: null,
      text: null,
    });
  });

  it('of an answer that never came', () => {
    const expected = Object.fromEntries(aspects.map((aspect) => [aspect, null]));
    expect(read(answer({ json: completion(), fault: reset }))).toEqual({ ...expected, outcome: 'not-http (reset)' });
  });

  it('of a body that breaks the contract, and of one that is no JSON', () => {
    const choices = [choice({ index: 'first' }), choice({ index: 'second' })];
    expect(read(answer({ json: completion({ choices }) }))['contract']).toEqual(['/choices/*/index']);
    expect(read(answer({ text: 'Hello.' }))).toMatchObject({ contract: 'not-json', shape: null, 'content-type': null });
  });

  it('does not depend on what varies between two equal answers', () => {
    const one = answer({ json: completion({ id: 'a', created: 1, choices: [choice(), choice()] }) });
    const other = answer({ json: completion({ id: 'b', created: 2 }) });
    expect(read(one)).toEqual(read(other));
  });

  it('takes the shape of a large body only so far', () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`key${at}`, at]));
    expect(read(answer({ json: wide }))['shape']).toHaveLength(500);
  });

  it('recognises a completion on a path of no API by any API, and on a path of one by that one', () => {
    expect(read(answer({ json: message(), api: 'none' }))['outcome']).toBe('completion');
    expect(read(answer({ json: message(), api: 'chat' }))['outcome']).toBe('other-2xx');
  });
});
