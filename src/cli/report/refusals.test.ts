import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { commandLine, temporaryFile } from '../testing/command-line.js';

const journal = temporaryFile('journal.ndjson', textOf(sampleEvents));
/** A file that stands where a folder would have to. */
const within = join(temporaryFile('a-file', ''), 'x');

describe('report', () => {
  it.each([
    ['baseline.unwritable', ['baseline', journal, '--out', within], 'name a file that can be written, with --out'],
    ['claim.unwritable', ['claim', journal, '--out', within], 'name a file that can be written'],
    ['claim.no-profile', ['claim', journal, '--badge', 'badge.json', '--profile', 'cores'], 'did you mean `core`?'],
    ['report.no-folder', ['render', journal, journal], 'name a folder with --out'],
  ])('refuses with %s', async (code, parameters, fix) => {
    const finished = await commandLine(['report', ...parameters]);
    expect(finished.code).toBe(2);
    expect(finished.stderr).toContain(`error[${code}]`);
    expect(finished.stderr).toContain(fix);
  });
});
