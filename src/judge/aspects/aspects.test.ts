import { describe, expect, it } from 'vitest';
import { calling, choice, completion, functionCall, message } from '../../api/testing/bodies.js';
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
      policy: null,
      contract: 'holds',
      'content-type': 'application/json',
      'header-names': ['content-type'],
      'error-code': null,
      'error-shape': null,
      'error-message': null,
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
      calls: null,
      usage: { input: 22, output: 2, total: 24 },
      grammar: null,
      state: null,
      'error-class': null,
      'sql-state': null,
      columns: null,
    });
  });

  it('of a completion that calls tools, without what is new in every answer', () => {
    const calls = (id: string) => read(answer({ json: calling([functionCall({ id })]) }));
    expect(calls('call_1')['calls']).toEqual([{ name: 'weather', arguments: { city: 'Bern' } }]);
    expect(calls('call_1')).toEqual(calls('call_2'));
  });

  it('of a completion that counts less, or nothing', () => {
    expect(read(answer({ json: message(), api: 'messages' }))['usage']).toEqual({ input: 22, output: 2 });
    expect(read(answer({ json: completion({ usage: null }) }))['usage']).toBeNull();
  });

  it('of a stream, whose broken rules are told by name and once', () => {
    const chunk = (delta: object, finish: string | null = null) =>
      `data: ${JSON.stringify({
        id: 'chatcmpl_1',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'some-model',
        choices: [{ index: 0, delta, finish_reason: finish }],
      })}\n\n`;
    const text = `${chunk({ role: 'assistant', content: 'Hel' })}${chunk({ content: 'lo.' })}${chunk({}, 'stop')}data: [DONE]\n\n`;
    const streamed = (sent: string) =>
      read(answer({ text: sent, headers: { 'content-type': 'text/event-stream' }, sent: { stream: true } }));
    expect(streamed(text)).toMatchObject({ outcome: 'completion', text: 'Hello.', finish: 'stop', grammar: 'holds' });
    const renamed = text.replaceAll('"delta"', '"Delta"').replaceAll('data: {', 'event: chunk\ndata: {');
    expect(streamed(renamed)['grammar']).toEqual(['delta-present', 'event-unnamed']);
  });

  it('of an error', () => {
    const subject = answer({ status: 403, json: databricks('PERMISSION_DENIED', 'No.'), api: 'messages' });
    expect(read(subject)).toMatchObject({
      status: 403,
      outcome: 'denied',
      contract: 'holds',
      'error-code': 'PERMISSION_DENIED',
      'error-shape': 'databricks',
      'error-message': ['request id beside it'],
      'served-model': null,
      finish: null,
      text: null,
      calls: null,
      usage: null,
      grammar: null,
    });
  });

  it.each([
    ['PERMISSION_DENIED: No. [ReqId: 1b2c]', ['code before it', 'request id beside it']],
    ['{"message":"No."}', ['JSON around it']],
    ['No.', 'a bare sentence'],
  ])('of how an error says %j', (message, form) => {
    expect(read(answer({ status: 400, json: { error_code: 400, message } }))['error-message']).toEqual(form);
  });

  it('of an error without a message', () => {
    expect(read(answer({ status: 500, text: '' }))['error-message']).toBeNull();
  });

  it('of headers has their names, each once, in whichever case and order they came', () => {
    const headers = { 'X-Request-Id': 'a', date: 'today', 'x-request-id': 'b' };
    expect(read(answer({ json: {}, headers }))['header-names']).toEqual(['content-type', 'date', 'x-request-id']);
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
