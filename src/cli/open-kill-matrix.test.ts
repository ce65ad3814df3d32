import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKillMatrix } from './open-kill-matrix.js';

const matrix = {
  tool: { name: 'gateway-conformance', version: '0.1.0' },
  specsDigest: 'abc',
  partial: false,
  faults: [],
  variants: [],
  requirements: [],
  idleCases: [],
};

describe('the kill matrix of a report', () => {
  let folder = '';
  const write = (text: string, name = 'prove.json') => writeFileSync(join(folder, name), text);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gateway-conformance-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the one beside the journal, if there is one', () => {
    expect(openKillMatrix(undefined, folder)).toEqual({ ok: true, value: undefined });
    write(JSON.stringify(matrix));
    expect(openKillMatrix(undefined, folder)).toEqual({ ok: true, value: matrix });
  });

  it('is left out with a word when what lies there is something else', () => {
    write('[]');
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(openKillMatrix(undefined, folder)).toEqual({ ok: true, value: undefined });
    expect(said.mock.calls.join('')).toMatch(
      /^The report is without the kill matrix of .*prove\.json: this is no kill matrix: .*\.\n$/,
    );
    said.mockRestore();
  });

  it('is the one that is named, which has to be there and has to be one', () => {
    write(JSON.stringify({ ...matrix, partial: true }), 'other.json');
    expect(openKillMatrix(join(folder, 'other.json'), folder)).toMatchObject({ ok: true, value: { partial: true } });
    expect(openKillMatrix(join(folder, 'none.json'), folder)).toMatchObject({
      problems: [{ code: 'kill-matrix.unreadable' }],
    });
    write('{}', 'wrong.json');
    expect(openKillMatrix(join(folder, 'wrong.json'), folder)).toMatchObject({
      problems: [{ code: 'kill-matrix.wrong-shape' }],
    });
  });
});
