import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { journalOf, textOf } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { claimOf } from '../../report/index.js';
import { commandLine, temporaryFile } from '../testing/command-line.js';
import { renderClaim } from './render-claim.js';

const claim = claimOf(journalOf(sampleEvents, sampleRun));

describe('report claim', () => {
  it('is a file that a person reads', async () => {
    expect(parse(renderClaim(claim))).toEqual(claim);
    await expect(renderClaim(claim)).toMatchFileSnapshot('golden/claim.yaml');
  });

  it('writes the claim beside the journal, and a badge of one profile', async () => {
    const journal = temporaryFile('journal.ndjson', textOf(sampleEvents));
    const folder = dirname(journal);
    const badge = join(folder, 'badges', 'core.json');
    const { code, stdout, stderr } = await commandLine([
      ...['report', 'claim', journal, '--badge', badge, '--profile', 'core'],
    ]);
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`claim.yaml and ${badge}: failed.`);
    expect(readFileSync(join(folder, 'claim.yaml'), 'utf8')).toBe(renderClaim(claim));
    await expect(readFileSync(badge, 'utf8')).toMatchFileSnapshot('golden/badge.json');
  });
});
