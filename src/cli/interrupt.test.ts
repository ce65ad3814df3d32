import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { start, temporaryFile, temporaryFolder, verdictsIn } from './testing/command-line.js';
import { serveGateway, targetFileFor, token } from './testing/gateways.js';

const spec = `title: A call that never ends, and what it leaves behind
cases:
  - id: interrupt.cleans-up
    verifies: NAME-01
    call: { api: chat }
    expect: completion
    finally:
      - request: { method: DELETE, path: /left-behind }
  - id: interrupt.not-begun
    verifies: NAME-01
    serial: one
    call: { api: chat }
    expect: completion
  - id: interrupt.waits-for-the-first
    verifies: NAME-01
    serial: one
    call: { api: chat }
    expect: completion
`;

describe('an interrupted run', () => {
  it('ends what is under way, cleans up, writes the reports and exits with 130', async () => {
    const asked: string[] = [];
    let begun: () => void = () => {};
    const hanging = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const gateway = await serveGateway((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.method === 'POST') begun();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    const folder = temporaryFolder();
    const { process: child, finished } = start(
      ['run', '--specs', temporaryFile('hanging.yaml', spec), '--target', targetFileFor(gateway.url), '--out', folder],
      { environment: { TOKEN: token } },
    );
    await hanging;
    child.kill('SIGINT');
    const { code, stdout } = await finished;
    await gateway.close();

    expect(code).toBe(130);
    expect(stdout).toMatch(/interrupted/i);
    expect(asked).toContain('DELETE /left-behind');
    expect(readdirSync(folder).sort()).toEqual([
      'ctrf.json',
      'index.html',
      'journal.ndjson',
      'junit.xml',
      'summary.md',
    ]);
    expect(verdictsIn(folder).find(({ instance }) => instance === 'interrupt.cleans-up')?.verdict).toBe('error');
    // What was never begun is not forgotten, and not green.
    expect(verdictsIn(folder).some(({ instance }) => instance === 'interrupt.waits-for-the-first')).toBe(false);
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toMatch(
      /interrupt\.waits-for-the-first[\s\S]*?<(error|skipped)/,
    );
  });
});
