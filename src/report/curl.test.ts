import { execFileSync, type StdioOptions } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BodyRecord, ExchangeRecord, HeaderPair } from '../journal/index.js';
import { hostileTexts } from '../journal/testing/hostile-journal.js';
import { exchangeRecord } from '../journal/testing/make-events.js';
import { shellQuote } from '../problem/index.js';
import { curlOf } from './curl.js';
import { visible } from './visible.js';

const token = 'the-secret of\tthe "shell"';

/** What a real shell does with a command; `curl` here is a function that is given instead. */
function inShell(curl: string, command: string): Buffer {
  const env = { PATH: process.env['PATH'] ?? '', TOKEN: token };
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit'];
  return execFileSync('bash', ['--norc', '-c', `curl() { ${curl}; }\n${command}`], { env, stdio });
}

/** The arguments that reach curl. */
function wordsOf(command: string): readonly string[] {
  return inShell('printf \'%s\\0\' "$@"', command).toString().split('\0').slice(0, -1);
}

/** The bytes that reach curl as its input. */
function inputOf(command: string): Buffer {
  return inShell('cat', command);
}

const record = (
  body: BodyRecord | undefined,
  headers: readonly HeaderPair[] = [['Content-Type', 'application/json']],
): ExchangeRecord =>
  exchangeRecord({
    request: {
      method: 'POST',
      url: 'https://main.example.com/a?b=[c]&d=$e',
      headers,
      ...(body === undefined ? {} : { body }),
    },
  });
const text = (value: string): BodyRecord => ({ kind: 'text', text: value, bytes: Buffer.byteLength(value) });

describe('quoting for a shell', () => {
  it('gives back any text, as one word', () => {
    const texts = fc.string({ unit: 'binary' }).filter((value) => !/[\0\p{Cs}]/u.test(value));
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 20 }), (values) => {
        const output = execFileSync('bash', ['--norc', '-c', `printf '%s\\0' ${values.map(shellQuote).join(' ')}`], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        expect(output).toBe(values.map((value) => `${value}\0`).join(''));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a request as a curl command', () => {
  it('is a command that can be read', () => {
    expect(curlOf(exchangeRecord())).toMatchInlineSnapshot(`
      "curl --globoff --include \\
        'https://main.example.com/ai-gateway/mlflow/v1/chat/completions' \\
        --header "Authorization: Bearer $TOKEN" \\
        --header 'Content-Type: application/json' \\
        --data-raw '{"model":"system.ai.example"}'"
    `);
  });

  it.each([
    ['Authorization', 'Bearer dapi0123', ['--header', `Authorization: Bearer ${token}`]],
    ['authorization', 'Basic dG9rZW46ZGFwaTAxMjM=', ['--user', `token:${token}`]],
    ['X-Api-Key', 'dapi0123', ['--header', `X-Api-Key: ${token}`]],
    ['Cookie', 'session=dapi0123', ['--header', `Cookie: ${token}`]],
  ])('never shows the value of %s, even when it was not redacted', (name, value, expected) => {
    const command = curlOf(record(undefined, [[name, value]]));
    expect(command).not.toContain(value.split(' ').at(-1));
    expect(wordsOf(command).slice(-2)).toEqual(expected);
  });

  it('names a client where tokens are issued', () => {
    const { request } = record(undefined, [['Authorization', 'Basic aWQ6c2VjcmV0']]);
    const userAt = (path: string) =>
      curlOf({ ...record(undefined), request: { ...request, url: `https://example.net${path}` } }).match(
        /--user "(.*)"/,
      )?.[1];
    const client = '$CLIENT_ID:$CLIENT_SECRET';
    expect(userAt('/oidc/v1/token')).toBe(client);
    expect(userAt('/oidc/accounts/a-1/v1/token?x=1')).toBe(client);
    expect(userAt('/ai-gateway/oidc/tokens')).toBe('token:$TOKEN');
  });

  it('hands curl the request as it was', () => {
    expect(
      wordsOf(
        curlOf(
          record(text('{"a":"b"}'), [
            ['Host', 'x'],
            ['X-Empty', ''],
            ['X-Quote', `it's "$HOME" \`id\``],
            ['Content-Type', 'text/plain'],
          ]),
        ),
      ),
    ).toEqual([
      '--globoff',
      '--include',
      'https://main.example.com/a?b=[c]&d=$e',
      '--header',
      'X-Empty;',
      '--header',
      `X-Quote: it's "$HOME" \`id\``,
      '--header',
      'Content-Type: text/plain',
      '--data-raw',
      '{"a":"b"}',
    ]);
  });

  it('names the method when curl would choose another, and takes away a type that curl would add', () => {
    const get = exchangeRecord({ request: { method: 'GET', url: 'https://a.example', headers: [] } });
    const remove = exchangeRecord({ request: { method: 'DELETE', url: 'https://a.example', headers: [] } });
    const head = exchangeRecord({ request: { method: 'HEAD', url: 'https://a.example', headers: [] } });
    expect(wordsOf(curlOf(get))).toEqual(['--globoff', '--include', 'https://a.example']);
    expect(wordsOf(curlOf(remove))).toContain('DELETE');
    expect(wordsOf(curlOf(head))).toContain('--head');
    expect(wordsOf(curlOf(record(text('x'), [])))).toContain('Content-Type:');
  });

  it.each(hostileTexts)('lets no body break out: %j', (hostile) => {
    const command = curlOf(record(text(hostile)));
    expect(visible(command)).toBe(command);
    if (command.includes('--data-binary @-')) {
      expect(inputOf(command).toString()).toBe(Buffer.from(hostile).toString());
    } else {
      expect(wordsOf(command).at(-1)).toBe(hostile);
    }
  });

  it('sends bytes that are no text as they were', () => {
    const bytes = Buffer.from([0, 255, 128, 39, 10]);
    const command = curlOf(record({ kind: 'binary', base64: bytes.toString('base64'), bytes: 5 }));
    expect(inputOf(command).equals(bytes)).toBe(true);
  });

  it('says when the journal has only a part of the body', () => {
    expect(curlOf(record({ kind: 'text', text: 'abc', bytes: 9, cut: true }))).toMatch(/^# the body is cut/);
  });
});
