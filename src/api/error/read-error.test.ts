import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GatewayError } from './gateway-error.js';
import { namesPrivilege } from './privilege.js';
import { readError } from './read-error.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): GatewayError => readError(bytes(JSON.stringify(value)), 'application/json');
const text = (value: string, type = 'text/plain'): GatewayError => readError(bytes(value), type);

describe('an error in JSON', () => {
  it("is the platform's, with the request id of its details", () => {
    const details = [
      { '@type': 'x' },
      { '@type': 'type.googleapis.com/google.rpc.RequestInfo', request_id: '1bfb', serving_data: '' },
    ];
    expect(json({ error_code: 'FEATURE_DISABLED', message: 'Not available.', details })).toEqual({
      kind: 'databricks',
      code: 'FEATURE_DISABLED',
      message: 'Not available.',
      requestId: '1bfb',
      nested: false,
    });
  });

  it("is the auth layer's when the code is a number, with the request id of the message", () => {
    expect(json({ error_code: 403, message: 'Does not have required scopes: all-apis [ReqId: 8a-2]' })).toEqual({
      kind: 'auth-layer',
      code: '403',
      message: 'Does not have required scopes: all-apis',
      requestId: '8a-2',
      nested: false,
    });
  });

  it('may be in the OpenAI envelope', () => {
    expect(json({ error: { message: 'Slow down.', type: 'rate_limit', code: 429 } })).toMatchObject({
      kind: 'openai',
      code: '429',
      message: 'Slow down.',
    });
    expect(json({ error: { message: 'No.', type: 'invalid', code: null } })).toMatchObject({
      kind: 'openai',
      code: 'invalid',
    });
    expect(json({ error: { message: 'No.' } })).toEqual({ kind: 'openai', message: 'No.', nested: false });
  });

  it('may be in the Anthropic envelope', () => {
    expect(json({ type: 'error', error: { type: 'not_found_error', message: 'No.' }, request_id: 'req_1' })).toEqual({
      kind: 'anthropic',
      code: 'not_found_error',
      message: 'No.',
      requestId: 'req_1',
      nested: false,
    });
  });

  it('may be in the Google envelope, with the name of its status for a code', () => {
    const google = { code: 404, message: 'No such model.', status: 'NOT_FOUND' };
    expect(json({ error: google })).toEqual({
      kind: 'google',
      code: 'NOT_FOUND',
      message: 'No such model.',
      nested: false,
    });
    const details = [{ '@type': 'type.googleapis.com/google.rpc.RequestInfo', request_id: '1bfb' }];
    expect(json({ error: { ...google, details } })).toMatchObject({ kind: 'google', requestId: '1bfb' });
  });

  it.each([{ code: '404' }, { code: null }, { status: '' }, { status: 404 }, { status: null }])(
    'is not in the Google envelope with %j',
    (part) => {
      const error = { code: 404, message: 'No such model.', status: 'NOT_FOUND', ...part };
      expect(json({ error }).kind).toBe('openai');
      expect(json({ error_code: 'NOT_FOUND', message: 'No.', error }).kind).toBe('databricks');
    },
  );

  it('may be in an envelope that nobody knows', () => {
    expect(json({ message: 'invalid beta flag' })).toEqual({
      kind: 'other-json',
      message: 'invalid beta flag',
      nested: false,
    });
    expect(json({ error: 'invalid_client' })).toMatchObject({ kind: 'other-json', message: 'invalid_client' });
    expect([{ detail: 'no' }, [], 5, null, { error_code: true, message: {} }].map(json)).toEqual(
      Array(5).fill({ kind: 'other-json' }),
    );
  });

  it('is read whatever the content type says', () => {
    expect(text('{"error_code":"NOT_FOUND","message":"gone"}', 'text/html').kind).toBe('databricks');
  });

  it('may be a text in quotes', () => {
    expect(json('Invalid Token')).toEqual({ kind: 'text', message: 'Invalid Token', nested: false });
  });
});

describe('a message', () => {
  const said = (message: string) => json({ error_code: 'BAD_REQUEST', message });

  it('loses the code before it', () => {
    expect(said("NOT_FOUND: 'a.b.c' does not exist")).toMatchObject({
      prefix: 'NOT_FOUND',
      message: "'a.b.c' does not exist",
    });
    expect(said('Bad request: json')).toEqual({
      kind: 'databricks',
      code: 'BAD_REQUEST',
      message: 'Bad request: json',
      nested: false,
    });
  });

  it('that is the JSON text of an error gives the message within', () => {
    expect(said('{"message":"messages.1: `tool_use` ids were found"}')).toMatchObject({
      message: 'messages.1: `tool_use` ids were found',
      nested: true,
    });
    expect(said('BAD_REQUEST: {"error":{"message":"PERMISSION_DENIED: no"}} [ReqId: 7]')).toMatchObject({
      prefix: 'BAD_REQUEST',
      message: 'no',
      requestId: '7',
      nested: true,
    });
  });

  it('that is JSON of something else stays as it is', () => {
    expect(said('{"a":1}')).toMatchObject({ message: '{"a":1}', nested: false });
    expect(said('{broken')).toMatchObject({ message: '{broken', nested: false });
  });

  it('is unwrapped three times and no more', () => {
    const wrap = (message: string, times: number): string =>
      times === 0 ? message : wrap(JSON.stringify({ message }), times - 1);
    expect(said(wrap('inner', 3))).toMatchObject({ message: 'inner' });
    expect(said(wrap('inner', 4))).toMatchObject({ message: '{"message":"inner"}' });
  });

  it('carries no characters that drive a terminal or turn a line around, and ends', () => {
    expect(said('a\u001b[31mb\r\nc\u202ed')).toMatchObject({ message: 'a [31mb c d' });
    const long = said('x'.repeat(1_000_000));
    expect('message' in long && long.message?.length).toBe(2001);
  });

  it('that holds brackets by the million is read at once', () => {
    expect(said('[ReqId:'.repeat(500_000)).kind).toBe('databricks');
  });
});

describe('an error that is not JSON', () => {
  it('may be bare text', () => {
    expect(text('Invalid Token\n')).toEqual({ kind: 'text', message: 'Invalid Token', nested: false });
  });

  it('may be a code and a message', () => {
    expect(text('PERMISSION_DENIED: No.')).toEqual({
      kind: 'coded-text',
      code: 'PERMISSION_DENIED',
      prefix: 'PERMISSION_DENIED',
      message: 'No.',
      nested: false,
    });
  });

  it.each([
    ['its type', '<p>x</p><title>Sign in</title>', 'text/html; charset=utf-8'],
    ['its beginning', ' <!DOCTYPE html><html><head><title lang=en>\n Sign\n in </title>', undefined],
  ])('may be a page by %s, of which only the title is kept', (_title, page, type) => {
    expect(readError(bytes(page), type)).toEqual({ kind: 'html', title: 'Sign in' });
  });

  it('may be a page without a title, or with one that never ends', () => {
    for (const page of [
      '<html><body>secret</body></html>',
      '<html><title>',
      '<html><title></title>',
      `<html>${'<title'.repeat(100_000)}`,
    ]) {
      expect(text(page, 'text/html')).toEqual({ kind: 'html' });
    }
  });

  it('may be a page in another encoding', () => {
    expect(
      readError(
        Uint8Array.from([...bytes('<title>Fehler '), 0xe4, ...bytes('</title>')]),
        'text/html; charset=iso-8859-1',
      ),
    ).toEqual({ kind: 'html', title: 'Fehler \ufffd' });
  });

  it('may be nothing', () => {
    expect([undefined, new Uint8Array(), bytes(' \r\n')].map((body) => readError(body, 'application/json'))).toEqual(
      Array(3).fill({ kind: 'empty' }),
    );
  });

  it('may be bytes that are no text', () => {
    expect(readError(Uint8Array.from([0xff, 0xfe, 0x00]), undefined)).toEqual({ kind: 'unreadable', bytes: 3 });
    expect(readError(bytes('a\0b'), 'text/plain')).toEqual({ kind: 'unreadable', bytes: 3 });
  });

  it('never makes the reader throw', () => {
    const type = fc.option(fc.string(), { nil: undefined });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), type, (body, contentType) => void readError(body, contentType)),
    );
    fc.assert(fc.property(fc.json(), type, (body, contentType) => void readError(bytes(body), contentType)));
    const envelope = fc.record(
      {
        error_code: fc.jsonValue(),
        message: fc.oneof(fc.json(), fc.string()),
        error: fc.jsonValue(),
        details: fc.jsonValue(),
        type: fc.constant('error'),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(envelope, (body) => void json(body)));
  });

  it('survives JSON nested deeper than the stack', () => {
    expect(text(`${'['.repeat(200_000)}${']'.repeat(200_000)}`).kind).toBe('other-json');
  });
});

describe('the privilege that an error names', () => {
  const named = (message: string) => namesPrivilege(json({ error_code: 'PERMISSION_DENIED', message }));

  it.each([
    ['User does not have USE_SCHEMA on Schema main.default', 'USE SCHEMA'],
    ["PERMISSION_DENIED: User does not have USE CATALOG on Catalog 'main'", 'USE CATALOG'],
    ['User does not have EXECUTE on Model Service main.default.chat', 'EXECUTE'],
  ])('is found in "%s"', (message, privilege) => {
    expect(named(message)).toBe(privilege);
  });

  it.each([
    'Failed to execute the request',
    'User does not have CAN_EXECUTE on x',
    'User does not have USE CONNECTION on y',
    'Needs EXECUTE, USE CATALOG and USE SCHEMA',
    'does not exist',
  ])('is not found in "%s"', (message) => {
    expect(named(message)).toBeUndefined();
  });

  it('is not found where nothing was said', () => {
    expect([text(''), text('<html>', 'text/html'), json({})].map(namesPrivilege)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
