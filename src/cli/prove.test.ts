import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, temporaryFolder } from './testing/command-line.js';

describe('prove', () => {
  it('says which case caught a fault, as a page and as data', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await commandLine(['prove', '--fault', 'naming.retired-as-400', '--jobs', '1'], {
      cwd: folder,
    });
    expect({ code, last: stdout.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: 'Proved: each of 1 fault is caught, none of 0 legal variants is flagged.',
    });
    const matrix = JSON.parse(readFileSync(join(folder, 'reports', 'prove.json'), 'utf8'));
    expect(matrix.faults[0].breaks[0].catches[0].case).toBe('naming.bare-name');
    expect(readFileSync(join(folder, 'reports', 'prove.html'), 'utf8')).toContain('naming.bare-name');
  });

  it('knows no fault that is not there', async () => {
    const { code, stderr } = await commandLine(['prove', '--fault', 'no-such.*']);
    expect(code).toBe(2);
    expect(stderr).toContain('error[fault.not-found]: no fault and no legal variant is called no-such.*');
  });

  it('says when git cannot tell what has changed', async () => {
    const { code, stdout, stderr } = await commandLine(['prove', '--changed', '--fault', 'naming.retired-as-400'], {
      environment: { PATH: '/nowhere' },
    });
    expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('error[changes.unknown]');
  });
});
