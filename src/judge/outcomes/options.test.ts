import { describe, expect, it } from 'vitest';
import { completion, message } from '../../api/testing/bodies.js';
import type { Json } from '../../json/index.js';
import { answer, databricks, judged, messages, refuted } from '../testing/answers.js';

const ok = answer({ json: completion() });
const denial = answer({
  status: 403,
  json: databricks('PERMISSION_DENIED', 'User does not have USE CATALOG on Catalog main.'),
});
const hidden = answer({ status: 404, json: databricks('NOT_FOUND', "'a.b.c' does not exist") });

describe('a completion', () => {
  it('may be asked for its text and for why it ends', () => {
    expect(
      refuted(judged({ completion: { text: { $contains: 'Hello' }, finish: { $in: ['stop', 'length'] } } }, ok)),
    ).toEqual([]);
    expect(refuted(judged({ completion: { text: 'Bye.', finish: 'length' } }, ok))).toEqual([
      'completion.text',
      'completion.finish',
    ]);
  });

  it('may be asked for what the model thought', () => {
    const content = [
      { type: 'thinking', thinking: 'Hm.', signature: 's' },
      { type: 'text', text: 'Hello.' },
    ];
    const thinks = (json: Json) =>
      judged({ completion: { thinking: { $empty: false } } }, answer({ json, api: 'messages' }));
    expect(refuted(thinks(message({ content })))).toEqual([]);
    expect(refuted(thinks(message()))).toEqual(['completion.thinking']);
  });

  it('says which policy stepped in', () => {
    const policy = { name: 'block-jailbreak', action: 'deny', phase: 'pre_call' };
    const subject = answer({ json: completion({ databricks_service_policy: policy }) });
    expect(messages(judged({ completion: {} }, subject))).toEqual([
      'The service policy block-jailbreak stepped in: deny (pre_call).',
    ]);
    expect(judged({ completion: {} }, subject).map(({ check }) => check)).not.toContain('completion.answer');
  });
});

describe('a denial', () => {
  it('may be asked for the privilege that it names', () => {
    expect(refuted(judged({ denied: { privilege: 'USE CATALOG' } }, denial))).toEqual([]);
    expect(messages(judged({ denied: { privilege: 'EXECUTE' } }, denial))).toEqual([
      'The privilege that the message names is "USE CATALOG"; expected "EXECUTE".',
    ]);
  });

  it('that hides what it denies names no privilege', () => {
    expect(refuted(judged({ denied: {} }, hidden))).toEqual([]);
    expect(messages(judged({ denied: { privilege: 'EXECUTE' } }, hidden))).toEqual([
      'The privilege that the message names is missing; expected "EXECUTE". A 404 hides what it denies.',
    ]);
  });

  it('is believed when it names a privilege, whatever else its words could mean', () => {
    const message = 'User does not have USE SCHEMA on Schema budget of the caller.';
    const subject = answer({ status: 403, json: databricks('PERMISSION_DENIED', message) });
    expect(refuted(judged({ denied: {} }, subject))).toEqual([]);
  });

  it('may be held to one status and one code', () => {
    expect(refuted(judged({ denied: { status: 403, code: 'PERMISSION_DENIED' } }, denial))).toEqual([]);
    expect(refuted(judged({ denied: { status: 403, code: 'PERMISSION_DENIED' } }, hidden))).toEqual([
      'denied.status',
      'denied.code',
    ]);
  });
});

describe('a refusal', () => {
  it('is no event stream, whatever is in it', () => {
    const subject = answer({ status: 403, text: 'OK', headers: { 'content-type': 'text/event-stream' } });
    expect(refuted(judged({ 'no-completion': {} }, subject))).toEqual(['no-completion.body']);
  });

  it('may have its code as a number', () => {
    const subject = answer({ status: 401, json: { error_code: 401, message: 'Credential was not sent.' } });
    expect(refuted(judged({ unauthenticated: { code: 401 } }, subject))).toEqual([]);
    expect(refuted(judged({ unauthenticated: { code: '403' } }, subject))).toEqual(['unauthenticated.code']);
  });

  it('of a wrong request may be a 403 only where the spec says so', () => {
    const subject = answer({ status: 403, json: databricks('BAD_REQUEST', 'This model may not be named.') });
    expect(refuted(judged({ rejected: {} }, subject))).toEqual(['rejected.reason']);
    expect(refuted(judged({ rejected: { status: 403 } }, subject))).toEqual([]);
  });

  it('may be a server error only where the spec says so', () => {
    const subject = answer({ status: 503, json: databricks('TEMPORARILY_UNAVAILABLE', 'Later.') });
    expect(refuted(judged({ 'no-completion': {} }, subject))).toEqual(['no-completion.server-error']);
    expect(refuted(judged({ 'no-completion': { status: 503, code: 'TEMPORARILY_UNAVAILABLE' } }, subject))).toEqual([]);
  });
});
