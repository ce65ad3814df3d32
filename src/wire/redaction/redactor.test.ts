import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.js';
import { createRedactor } from './redactor.js';

const secret = 'dapi0123456789abcdef+/=';
const redactor = createRedactor([secret]);
const mark = '‹redacted: secret›';

const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const unicode = (text: string) =>
  [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const entities = (text: string) => [...text].map((one) => `&#x${one.charCodeAt(0).toString(16)};`).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Every way in which a value is known to be echoed, by name. */
const forms: Record<string, (value: string) => string> = {
  'as it is': (value) => value,
  'in base64': base64,
  'in base64 after a user': (value) => base64(`user:${value}`),
  'in base64 before something': (value) => base64(`${value}:x`),
  'in base64 in the middle': (value) => base64(`ab${value}:yz`),
  'in base64url': (value) => Buffer.from(`token:${value}`).toString('base64url'),
  'in hex': (value) => Buffer.from(value).toString('hex'),
  'in upper-case hex': (value) => Buffer.from(value).toString('hex').toUpperCase(),
  'percent-encoded': encodeURIComponent,
  'percent-encoded throughout': percent,
  'percent-encoded twice': (value) => encodeURIComponent(percent(value)),
  'in JSON with slashes escaped': (value) => JSON.stringify(value).replaceAll('/', '\\/'),
  'in JSON as \\u escapes': unicode,
  'in JSON in JSON': (value) => JSON.stringify(`{"token":"${unicode(value)}"}`),
  'in JSON in JSON in JSON': (value) => JSON.stringify(JSON.stringify(JSON.stringify(value).replaceAll('/', '\\/'))),
  'in base64 in a URL': (value) => encodeURIComponent(base64(`user:${value}`)),
  'in HTML': entities,
  'in HTML in JSON': (value) => JSON.stringify(`<p>${value.replaceAll('/', '&#x2F;').replaceAll('=', '&#61;')}</p>`),
};

/** Everything that a reader could undo to come by the secret. */
function readings(text: string): string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    ...text.split(/[^\w+/=-]+/).map((run) => Buffer.from(run, 'base64').toString('latin1')),
    bytes.toString('hex'),
  ];
}

describe('a secret in a text', () => {
  it.each(Object.entries(forms))('is found %s', (_name, form) => {
    const text = `before "${form(secret)}" after`;
    const redacted = redactor.text(text);
    expect(redacted).toContain(mark);
    expect(redacted).not.toContain('0123456789abcdef');
    expect(readings(redacted).some((reading) => reading.includes('0123456789'))).toBe(false);
    expect(redacted.startsWith('before "')).toBe(true);
    expect(redacted.endsWith(' after')).toBe(true);
  });

  it('does not survive in any form, whatever stands around it', () => {
    const token = fc.string({ minLength: 8, maxLength: 40, unit: fc.constantFrom(...'abcXYZ0189+/=._~-') });
    const around = fc.string({ unit: fc.constantFrom(...'ab 1"{}:,\n\\é😀') }).map((text) => JSON.stringify(text));
    fc.assert(
      fc.property(token, around, around, fc.constantFrom(...Object.values(forms)), (value, before, after, form) => {
        const text = `${before} ${form(value)} ${after}`;
        const redacted = createRedactor([value]).text(text);
        expect(redacted).toContain(mark);
        expect(redacted).not.toContain(form(value));
        expect(redacted).not.toContain(value);
      }),
    );
  });

  it('is found between bytes that are not UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (before, after) => {
        const bytes = Buffer.concat([before, Buffer.from(secret), after]);
        const redacted = Buffer.from(redactor.bytes(bytes));
        expect(redacted.includes(secret)).toBe(false);
        expect(redacted).toEqual(Buffer.concat([before, Buffer.from(mark), after]));
      }),
    );
  });

  it('leaves the text around it valid JSON', () => {
    for (const form of [unicode, (value: string) => value.replaceAll('/', '\\/')]) {
      const redacted = redactor.text(`{"é":"a\\n${form(secret)}\\u00e9","n":[1]}`);
      expect(JSON.parse(redacted)).toEqual({ é: `a\n${mark}é`, n: [1] });
    }
  });

  it('goes wholly when it begins like another one or overlaps it', () => {
    const several = createRedactor(['abcdefgh', 'abcdefghijkl', 'ijklmnopq']);
    expect(several.text('<abcdefghijkl>')).toBe(`<${mark}>`);
    expect(several.text('<abcdefghijklmnopq>')).toBe(`<${mark}>`);
  });

  it.each(['pass"word\\n', 'a%41bcdefgh', 'ünïcödé-wörd', 'tab\there-and-there', '&amp;-secret'])(
    'is found when it is %j',
    (odd) => {
      const redact = createRedactor([odd]).text;
      expect(redact(`raw: ${odd}.`)).toBe(`raw: ${mark}.`);
      expect(redact(`{"json":${JSON.stringify(odd)}}`)).toBe(`{"json":"${mark}"}`);
      expect(redact(`?q=${encodeURIComponent(odd)}&x`)).toBe(`?q=${mark}&x`);
      expect(redact(`"${base64(odd)}"`)).not.toContain(base64(odd));
    },
  );
});

describe('redaction', () => {
  const pieces = fc.constantFrom(
    secret,
    base64(secret),
    unicode(secret),
    percent(secret),
    mark,
    'a',
    '"',
    '\\',
    '%',
    ' ',
    'é',
    '\ud800',
  );
  const texts = fc.array(pieces).map((parts) => parts.join(''));

  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = redactor.text(text);
        expect(redactor.text(once)).toBe(once);
        const bytes = redactor.bytes(Buffer.from(text));
        expect(redactor.bytes(bytes)).toBe(bytes);
      }),
    );
  });

  it('leaves alone what holds no secret, down to the object', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (text, bytes) => {
        expect(redactor.text(text)).toBe(text);
        expect(redactor.bytes(bytes)).toBe(bytes);
      }),
    );
  });

  it('leaves its own marks alone, even when a secret is a word of theirs', () => {
    const word = createRedactor(['redacted', 'authorization']);
    expect(word.text(mark)).toBe(mark);
    expect(word.headers([['Authorization', 'x']])).toEqual(word.headers(word.headers([['Authorization', 'x']])));
  });

  it('refuses a secret that would be found by chance, without showing it', () => {
    expect(() => createRedactor(['hunter2'])).toThrow(RangeError);
    expect(() => createRedactor(['hunter2'])).not.toThrow('hunter2');
    expect(() => createRedactor([''])).toThrow(RangeError);
  });

  it('needs no secret to hide what is one by its name', () => {
    expect(createRedactor([]).headers([['X-Api-Key', 'abc']])).toEqual([['X-Api-Key', '‹redacted: authorization›']]);
  });
});

describe('a redactor', () => {
  it('learns secrets, and forgets none', () => {
    const learning = createRedactor(['secret-one']);
    expect(learning.text('secret-one secret-two')).toBe(`${mark} secret-two`);
    learning.learn(['secret-two', 'secret-two']);
    learning.learn([]);
    expect(learning.text(`secret-one secret-two ${base64('x:secret-two')}`)).not.toMatch(/secret-|c2VjcmV0/);
    expect(learning.headers([['x-echo', 'secret-two']])).toEqual([['x-echo', mark]]);
  });

  it('learns nothing that would be found by chance', () => {
    const learning = createRedactor([]);
    expect(() => learning.learn(['secret-one', 'hunter2'])).toThrow(RangeError);
  });
});

describe('headers and URLs', () => {
  it('hide what is secret by its name, and keep case, order and the scheme', () => {
    expect(
      redactor.headers([
        ['AUTHORIZATION', 'Bearer unknown'],
        ['authorization', 'unknown'],
        ['Proxy-Authorization', 'Basic dTpw'],
        ['api-key', 'a'],
        ['x-goog-api-key', 'a'],
        ['X-Databricks-AI-Gateway-Token', 'a'],
        ['Cookie', 'a=b'],
        ['Set-Cookie', 'a=b'],
        ['x-echo', `é ${secret}`],
        ['Location', 'https://user:pass@host.test/?a=1&api_key=2'],
        ['content-type', 'text/plain'],
      ]),
    ).toEqual([
      ['AUTHORIZATION', 'Bearer ‹redacted: authorization›'],
      ['authorization', '‹redacted: authorization›'],
      ['Proxy-Authorization', 'Basic ‹redacted: authorization›'],
      ['api-key', '‹redacted: authorization›'],
      ['x-goog-api-key', '‹redacted: authorization›'],
      ['X-Databricks-AI-Gateway-Token', '‹redacted: authorization›'],
      ['Cookie', '‹redacted: authorization›'],
      ['Set-Cookie', '‹redacted: authorization›'],
      ['x-echo', `é ${mark}`],
      ['Location', 'https://‹redacted: authorization›@host.test/?a=1&api_key=‹redacted: authorization›'],
      ['content-type', 'text/plain'],
    ]);
  });

  it.each([
    ['https://user:pa@ss@host.test/a?b=c', 'https://‹redacted: authorization›@host.test/a?b=c'],
    ['https://host.test/a@b?c=d@e', 'https://host.test/a@b?c=d@e'],
    ['https://host.test/?KEY=1&monkey=2&x=3', 'https://host.test/?KEY=‹redacted: authorization›&monkey=2&x=3'],
    ['https://host.test/?access%5Ftoken=1', 'https://host.test/?access%5Ftoken=‹redacted: authorization›'],
    ['https://host.test/#id_token=1', 'https://host.test/#id_token=‹redacted: authorization›'],
    [`https://host.test/${encodeURIComponent(secret)}/x`, `https://host.test/${mark}/x`],
  ])('redacts %s', (url, redacted) => {
    expect(redactor.url(url)).toBe(redacted);
    expect(redactor.url(redacted)).toBe(redacted);
  });
});

describe('an exchange', () => {
  const body = Buffer.from(`{"error":"no such token: ${secret}"}`);
  const exchange = (headers: readonly (readonly [string, string])[], bytes: Uint8Array): Exchange => ({
    request: {
      method: 'POST',
      url: 'http://user:pass@gateway.test/',
      headers: [['Authorization', `Bearer ${secret}`]],
      body,
    },
    response: { status: 401, headers: [...headers, ['www-authenticate', `Bearer error="${secret}"`]], body: bytes },
    fault: { code: 'reset', message: `ended ${secret}`, beforeResponse: false },
    times: { startedAt: 1, end: 2 },
  });

  it('is redacted in every part, and unchanged elsewhere', () => {
    const redacted = redactor.exchange(exchange([], body));
    expect(redacted).toMatchObject({
      request: { method: 'POST' },
      response: { status: 401 },
      times: { startedAt: 1, end: 2 },
    });
    const shown = JSON.stringify(redacted, (_key, value) => (Buffer.isBuffer(value) ? value.toString() : value));
    expect(shown).not.toContain('0123456789');
    expect(shown).not.toContain('pass');
    expect(redactor.exchange(redacted)).toEqual(redacted);
  });

  it.each([
    ['gzip', gzipSync(body)],
    ['br', brotliCompressSync(body)],
    ['gzip, br', brotliCompressSync(gzipSync(body))],
    ['zstd', Buffer.from('cannot be looked into')],
    ['gzip', gzipSync(body).subarray(0, 20)],
  ])('does not keep a body in %s that hides a secret or cannot be looked into', (coding, bytes) => {
    const redacted = redactor.exchange(exchange([['Content-Encoding', coding]], bytes));
    expect(Buffer.from(redacted.response?.body ?? []).toString()).toBe('‹redacted: compressed body›');
  });

  it('does not look into a body that was compressed more often than anybody does', () => {
    const codings = Array.from({ length: 4 }, () => 'gzip');
    const bytes = codings.reduce<Uint8Array>((inner) => gzipSync(inner), Buffer.from('nothing to hide'));
    const shown = (coding: readonly string[], given: Uint8Array) =>
      Buffer.from(redactor.exchange(exchange([['content-encoding', coding.join()]], given)).response?.body ?? []);
    expect(shown(codings, bytes).toString()).toBe('‹redacted: compressed body›');
    expect(shown(codings.slice(1), gunzipSync(bytes))).toEqual(gunzipSync(bytes));
  });

  it('keeps a compressed body without a secret as it is', () => {
    const bytes = gzipSync('nothing to hide');
    expect(redactor.exchange(exchange([['content-encoding', 'gzip']], bytes)).response?.body).toBe(bytes);
  });
});
