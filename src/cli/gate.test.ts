import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, temporaryFile, temporaryFolder } from './testing/command-line.js';

const few = ['--case', 'naming.bare-name[*', 'authentication.no-credential-observed*'];
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

/** A folder in which a small run was accepted. */
async function accepted(): Promise<{ readonly cwd: string; readonly baseline: string }> {
  const cwd = temporaryFolder();
  await commandLine(['run', ...few], { cwd });
  const written = await commandLine(['report', 'baseline', 'reports/journal.ndjson', '-o', 'baseline.ndjson'], { cwd });
  expect(written).toMatchObject({ code: 0, stderr: '' });
  expect(written.stdout).toMatch(/^Wrote baseline\.ndjson: 7 instances of the suite full on simulated account, as of /);
  return { cwd, baseline: join(cwd, 'baseline.ndjson') };
}

describe('run --baseline', () => {
  it('holds where nothing has changed, fails where something has, and is told again by report render', async () => {
    const { cwd, baseline } = await accepted();
    const same = await commandLine(['run', ...few, '--baseline', 'baseline.ndjson'], { cwd });
    expect({ code: same.code, stderr: same.stderr }).toEqual({ code: 0, stderr: '' });
    expect(same.stdout).toMatch(/Compared with the baseline of \d{4}-\d\d-\d\d: 7 instances\./);

    writeFileSync(baseline, readFileSync(baseline, 'utf8').replace('"status":401', '"status":418'));
    const drifted = await commandLine(['report', 'render', 'reports/journal.ndjson', '--baseline', baseline], { cwd });
    expect(drifted.code).toBe(1);
    expect(drifted.stdout).toContain('status was 418, and is 401');
    expect(lastLine(drifted.stdout)).toMatch(
      /^The gate fails: 1 observed behaviour drifted \(authentication\.no-credential-/,
    );
    const lenient = ['--baseline', baseline, '--fail-on', 'new-failures,lost'];
    expect((await commandLine(['report', 'render', 'reports/journal.ndjson', ...lenient], { cwd })).code).toBe(0);
    const nowhere = ['report', 'baseline', 'reports/journal.ndjson', '-o', 'no-folder/baseline.ndjson'];
    const unwritten = await commandLine(nowhere, { cwd });
    expect([unwritten.code, unwritten.stderr]).toEqual([2, expect.stringContaining('error[baseline.unwritable]')]);

    const narrower = await commandLine(['run', '--case', 'naming.bare-name[*', '--baseline', baseline], { cwd });
    expect(narrower.code).toBe(0);
    expect(lastLine(narrower.stdout)).toMatch(/; of the baseline's 7 instances, 5 were not selected\.$/);
  });

  it('says what is wrong before anything is sent', async () => {
    const cwd = temporaryFolder();
    const entry = (instance: string) => `  - { instance: "${instance}", reason: Later. }\n`;
    const overlapping = temporaryFile(
      'known.yaml',
      `known-failures:\n${entry('naming.bare-*')}${entry('*[api=chat]')}`,
    );
    const unreasoned = temporaryFile('known.yaml', 'known-failures: [{ instance: a.b, reason: "" }]');
    for (const [flags, told] of [
      [['--baseline', 'nowhere.ndjson'], 'error[baseline.unreadable]: nowhere.ndjson does not exist'],
      [['--baseline', overlapping], 'is neither a baseline nor a journal'],
      [['--known-failures', overlapping], 'error[known-failures.overlap]: the instance `naming.bare-name[api=chat]`'],
      [['--known-failures', unreasoned], 'error[schema.wrong-value]'],
      [['--fail-on', 'stail'], 'did you mean `stale`?'],
      [['--fail-on', 'none,drift'], '`none` stands alone'],
    ] as const) {
      const { code, stdout, stderr } = await commandLine(['run', ...few, ...flags], { cwd });
      expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(told);
    }
    expect(existsSync(join(cwd, 'reports'))).toBe(false);
  });

  it('accepts a failure by an entry, and says when it holds', async () => {
    const cwd = temporaryFolder();
    const known = temporaryFile(
      'known.yaml',
      'known-failures: [{ instance: "naming.bare-name[api=chat]", reason: Later. }]',
    );
    const { code, stdout } = await commandLine(['run', ...few, '--known-failures', known], { cwd });
    expect(code).toBe(1);
    expect(lastLine(stdout)).toBe('The gate fails: 1 stale known failure (naming.bare-name[api=chat] holds).');
    const entries = await commandLine(['report', 'known-failures', 'reports/journal.ndjson'], { cwd });
    expect(entries.stdout).toMatch(/^# What failed on simulated account on .*\nknown-failures: \[\]\n$/);
  });
});
