import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, temporaryFolder } from './testing/command-line.js';

const one = ['run', '--case', 'naming.fully-qualified-name', '--api', 'chat'] as const;

/** How the exchanges of a run are kept. */
async function kept(...flags: readonly string[]) {
  const folder = temporaryFolder();
  await commandLine([...one, '--out', folder, ...flags]);
  const lines = readFileSync(join(folder, 'journal.ndjson'), 'utf8').trimEnd().split('\n');
  const exchanges = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'exchange');
  return exchanges.map(({ summary, exchange }) => (summary === true ? 'in brief' : exchange.request.body.text));
}

describe('the exchanges of a run', () => {
  it('are kept in brief where they passed, unless all are asked for', async () => {
    const brief = await kept();
    expect(new Set(brief)).toEqual(new Set(['in brief']));
    const all = await kept('--exchanges', 'all');
    expect(all).toHaveLength(brief.length);
    for (const text of all) expect(text).toContain('"messages"');
  });

  it('are kept as one of three words says', async () => {
    const { code, stderr } = await commandLine([...one, '--exchanges', 'some']);
    expect(code).toBe(2);
    expect(stderr).toContain("error: option '--exchanges <whose>' argument 'some' is invalid");
    expect(stderr).toContain('Allowed choices are all, failed, none.');
  });
});
