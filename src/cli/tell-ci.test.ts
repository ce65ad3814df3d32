import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalOf, textOf } from '../journal/testing/make-events.js';
import { sampleEvents } from '../journal/testing/sample-journal.js';
import { sampleRun } from '../journal/testing/sample-plan.js';
import { assess, renderSummary } from '../report/index.js';
import { ciTold, tellGithub } from './tell-ci.js';
import { commandLine } from './testing/command-line.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tell-ci-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sample = assess(journalOf(sampleEvents, sampleRun));

describe('a CI system', () => {
  it('is told what its environment says, unless a flag says otherwise', () => {
    expect(ciTold(undefined, { GITHUB_ACTIONS: 'true' })).toBe('github');
    expect(ciTold(undefined, { CI: 'true' })).toBe('none');
    expect(ciTold('none', { GITHUB_ACTIONS: 'true' })).toBe('none');
    expect(ciTold('github', {})).toBe('github');
  });
});

describe('GitHub', () => {
  it('gets the summary behind what stands there, within what room is left', () => {
    const file = join(folder, 'summary');
    writeFileSync(file, '# Mine\n');
    expect(tellGithub(sample, { GITHUB_STEP_SUMMARY: file }).ok).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(`# Mine\n${renderSummary(sample)}`);
    writeFileSync(file, 'x'.repeat(997_000));
    tellGithub(sample, { GITHUB_STEP_SUMMARY: file });
    expect(readFileSync(file, 'utf8')).toMatch(/x# ✗ The gate fails\n[\s\S]* had no room: see the HTML report\.\n$/);
    expect(readFileSync(file).byteLength).toBeLessThan(1_000_000);
  });

  it('is not told in silence less than everything', () => {
    const result = tellGithub(sample, { GITHUB_STEP_SUMMARY: join(folder, 'none', 'summary') });
    expect(!result.ok && result.problems).toMatchObject([{ code: 'report.unwritable' }]);
  });

  it('is told by the command line, and Jenkins what it takes', async () => {
    const journal = join(folder, 'journal.ndjson');
    const summary = join(folder, 'step-summary');
    writeFileSync(journal, textOf(sampleEvents));
    const { code, stdout, stderr } = await commandLine(
      ['report', 'render', journal, '--junit-dialect', 'strict', '--inconclusive', 'fail'],
      { environment: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary } },
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.match(/^::error .*$/gm)).toHaveLength(3);
    expect(readFileSync(summary, 'utf8')).toBe(readFileSync(join(folder, 'summary.md'), 'utf8'));
    const junit = readFileSync(join(folder, 'junit.xml'), 'utf8');
    expect(junit).toContain('[[PROPERTY|');
    expect(junit).toContain('<error message="inconclusive: quota.saturated');
  });
});
