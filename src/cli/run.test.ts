import { readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, type Finished, temporaryFile, temporaryFolder, verdictsIn } from './testing/command-line.js';
import { serveGateway, targetFileFor, token } from './testing/gateways.js';

const reports = ['ctrf.json', 'index.html', 'journal.ndjson', 'junit.xml', 'summary.md'];

const smoke = ['--suite', 'smoke'] as const;

/** Runs a suite, or what flags choose of it, against a gateway that answers everything in one way. */
async function runAgainst(
  listener: RequestListener,
  limits?: string,
  flags: readonly string[] = [],
): Promise<Finished & { readonly folder: string }> {
  const gateway = await serveGateway(listener);
  const folder = temporaryFolder();
  try {
    const parameters = ['run', '--target', targetFileFor(gateway.url, limits), '--out', folder, ...flags];
    const finished = await commandLine(parameters, { environment: { TOKEN: token } });
    return { ...finished, folder };
  } finally {
    await gateway.close();
  }
}

describe('run', () => {
  it('proves the simulated account, writes five reports and says so in words', async () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await commandLine(['run', '--out', folder]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('The gate holds');
    expect(readdirSync(folder).sort()).toEqual(reports);
    expect(verdictsIn(folder).length).toBeGreaterThanOrEqual(60);
  }, 240_000);

  it('gives the same reports again from the journal, byte for byte, with the same exit code, and leaves no temporary file', async () => {
    const first = temporaryFolder();
    const second = temporaryFolder();
    const temporary = temporaryFolder();
    const run = await commandLine(['run', ...smoke, '--out', first], { environment: { TMPDIR: temporary } });
    expect(readdirSync(temporary)).toEqual([]);
    const rendered = await commandLine(['report', 'render', join(first, 'journal.ndjson'), '--out', second]);
    expect(rendered.code).toBe(run.code);
    for (const name of readdirSync(second))
      expect(readFileSync(join(second, name), 'utf8'), name).toBe(readFileSync(join(first, name), 'utf8'));
    expect(readdirSync(second)).toHaveLength(4);
  });

  it('fails every MUST that it exercises when a gateway answers everything with 200 and {}', async () => {
    const { code, stdout, stderr, folder } = await runAgainst((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('The gate fails');
    const planned = readFileSync(join(folder, 'journal.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string; instance: string; level: string });
    const musts = new Set(
      planned.filter(({ event, level }) => event === 'planned' && level === 'MUST').map(({ instance }) => instance),
    );
    const verdicts = verdictsIn(folder).filter(({ instance }) => musts.has(instance));
    expect(verdicts.length).toBeGreaterThan(10);
    // A request that must not succeed does not succeed here either; everything else is a failure, and nothing an error.
    const passed = verdicts.filter(({ verdict }) => verdict !== 'failed');
    expect(
      passed.every(
        ({ verdict, findings }) =>
          verdict === 'passed' && findings.every(({ check }) => check.startsWith('no-completion')),
      ),
    ).toBe(true);
    expect(passed.map(({ instance }) => instance.split('[')[0])).toEqual([]);
  });

  it.each<[string, RequestListener, RegExp]>([
    [
      'HTML',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Hi</title></html>'),
      /content type|JSON/i,
    ],
    ['an empty body', (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(), /empty/i],
    [
      'a body that is not JSON',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": '),
      /JSON/,
    ],
    ['303 to a login page', (_, response) => response.writeHead(303, { location: '/login' }).end(), /303/],
  ])('finds %s in place of a completion, with the exchange in the journal', async (_name, listener, message) => {
    const { code, folder } = await runAgainst(listener, undefined, smoke);
    expect(code).toBe(1);
    const named = verdictsIn(folder).find(
      ({ verdict, instance }) => verdict === 'failed' && instance.startsWith('naming.'),
    );
    expect(
      named?.findings
        .filter(({ holds }) => !holds)
        .map((finding) => finding.message)
        .join('\n'),
    ).toMatch(message);
    expect(readFileSync(join(folder, 'journal.ndjson'), 'utf8')).toContain('"event":"exchange"');
  });

  it('follows no redirect, so that no credential goes to another host', async () => {
    const asked: string[] = [];
    const elsewhere = await serveGateway((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    let redirected = 0;
    const redirect: RequestListener = (request, response) => {
      redirected += 1;
      response.writeHead(307, { location: `${elsewhere.url}${request.url}` }).end();
    };
    await runAgainst(redirect, undefined, smoke);
    await elsewhere.close();
    expect(redirected).toBeGreaterThan(10);
    expect(asked).toEqual([]);
  });

  it('says that too little was proved when everything is skipped', async () => {
    const { code, stdout } = await commandLine([
      'run',
      '--case',
      '*names-enforced*',
      '*enforced*',
      '--out',
      temporaryFolder(),
    ]);
    expect(stdout).toMatch(/proved/);
    expect(code).toBe(4);
  });

  it('keeps every secret out of everything it writes, however a gateway echoes it', async () => {
    const basic = Buffer.from(`token:${token}`).toString('base64');
    const echoing: RequestListener = (request, response) => {
      const echo = JSON.stringify({
        headers: request.headers,
        token,
        basic,
        hidden: encodeURIComponent(token),
        error_code: token,
        message: `no: ${token}`,
      });
      response
        .writeHead(403, {
          'content-type': 'application/json',
          'x-echo': `${request.headers.authorization ?? ''} ${token}`,
        })
        .end(echo);
    };
    const { code, stdout, stderr, folder } = await runAgainst(echoing, undefined, smoke);
    expect(code).toBe(1);
    const written = [
      stdout,
      stderr,
      ...readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
    ].join('\n');
    for (const secret of [token, basic, Buffer.from(token).toString('base64').slice(4, -4)])
      expect(written.includes(secret)).toBe(false);
    expect(written).toContain('redacted');
  });

  it('calls a gateway that hangs a failure, within the limits', async () => {
    const { code, folder } = await runAgainst(
      (request, response) => {
        if (request.url?.includes('scim')) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      },
      'limits: { head-timeout: 100ms, concurrency: 64 }',
      ['--case', 'naming.*', 'streaming.*', 'permissions.*'],
    );
    expect(code).toBe(1);
    expect(verdictsIn(folder).filter(({ verdict }) => verdict === 'error')).toEqual([]);
  });
});

describe('a target that cannot be tested', () => {
  const withoutStack = (stderr: string) => expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);

  it.each<[string, string, RegExp]>([
    ['a port where nothing listens', 'http://127.0.0.1:1', /127\.0\.0\.1:1 cannot be reached/],
    ['a name that does not exist', 'https://no-such-host.invalid', /no-such-host\.invalid cannot be reached/],
  ])('%s is exit code 3 with one sentence, and no report is green', async (_name, url, sentence) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await commandLine(
      ['run', '--target', targetFileFor(url), '--out', folder, ...smoke],
      {
        environment: { TOKEN: token },
      },
    );
    expect(code).toBe(3);
    expect(stdout + stderr).toMatch(sentence);
    withoutStack(stdout + stderr);
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('<error');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain('The gate holds');
  });

  it('a credential that is refused is exit code 3 and names the identity and where its token came from', async () => {
    const refusing: RequestListener = (_request, response) => {
      response
        .writeHead(401, { 'content-type': 'application/json' })
        .end('{"error_code":401,"message":"Credential was not sent."}');
    };
    const { code, stdout, stderr } = await runAgainst(refusing, undefined, smoke);
    expect(code).toBe(3);
    expect(stdout + stderr).toMatch(/credential of the identity default/);
    expect(stdout + stderr).toContain('TOKEN');
  });

  it('a variable that is not set is exit code 3 and names itself and the identity', async () => {
    const { code, stderr } = await commandLine(['run', '--target', targetFileFor('http://127.0.0.1:1')]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/TOKEN/);
    expect(stderr).toMatch(/default/);
  });

  it('a target without a workspace is exit code 3', async () => {
    const file = temporaryFile('target.yaml', 'workspaces: {}\nidentities: { default: { token: { env: TOKEN } } }\n');
    const { code, stderr } = await commandLine(['run', '--target', file], { environment: { TOKEN: token } });
    expect(code).toBe(3);
    expect(stderr).toMatch(/workspace/);
    withoutStack(stderr);
  });
});
