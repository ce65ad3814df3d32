import { describe, expect, it } from 'vitest';
import { abridged } from './abridge.js';
import type { KillMatrix } from './kill-matrix.js';
import { proofOf } from './proof.js';
import { parseKillMatrix, readKillMatrix } from './read-kill-matrix.js';
import { notProved, proved } from './testing/sample-kill-matrix.js';

const codesOf = (result: ReturnType<typeof parseKillMatrix>) =>
  result.ok ? [] : result.problems.map(({ code }) => code);

describe('a kill matrix from a file', () => {
  it.each([proved, notProved])('is what was written', (matrix) => {
    expect(parseKillMatrix(JSON.stringify(matrix), 'prove.json')).toEqual({ ok: true, value: matrix });
  });

  it('may have been written by a newer tool, which says more', () => {
    expect(parseKillMatrix(JSON.stringify({ ...proved, more: 1 }), 'prove.json').ok).toBe(true);
  });

  it.each([
    ['no JSON', '{"tool":', 'this kill matrix is not JSON'],
    ['another thing', '[]', 'this is no kill matrix: it must be object'],
    [
      'one that lacks something',
      JSON.stringify({ ...proved, faults: [{ id: 'a' }] }),
      '`/faults/0` must have required properties sentence, breaks',
    ],
  ])('that is %s is a problem', (_, text, message) => {
    const result = parseKillMatrix(text, 'prove.json');
    expect(codesOf(result)).toEqual(['kill-matrix.wrong-shape']);
    expect(result.ok ? '' : result.problems[0]?.message).toContain(message.slice(0, 30));
  });

  it('that is not there is a problem', () => {
    expect(codesOf(readKillMatrix('/nowhere/prove.json'))).toEqual(['kill-matrix.unreadable']);
  });
});

describe('an abridged kill matrix', () => {
  it('proves what the whole one proves, and keeps every instance that caught a fault', () => {
    for (const matrix of [proved, notProved]) {
      expect(proofOf(abridged(matrix)).sentence).toBe(proofOf(matrix).sentence);
      expect(instancesOf(abridged(matrix))).toEqual(instancesOf(matrix));
    }
  });

  it('keeps what the first few found', () => {
    const [fault] = proved.faults;
    const [broken] = fault?.breaks ?? [];
    const [one] = broken?.catches ?? [];
    if (fault === undefined || broken === undefined || one === undefined) throw new Error('the sample has no catch');
    const catches = Array.from({ length: 9 }, () => ({
      ...one,
      findings: [...one.findings, ...one.findings, ...one.findings],
    }));
    const [short] = abridged({ ...proved, faults: [{ ...fault, breaks: [{ ...broken, catches }] }] }).faults;
    expect(short?.breaks[0]?.catches.map(({ findings }) => findings.length)).toEqual([2, 2, 2, 2, 2, 0, 0, 0, 0]);
  });
});

function instancesOf({ faults }: KillMatrix): readonly string[] {
  return faults.flatMap(({ breaks }) => breaks.flatMap(({ catches }) => catches.map(({ instance }) => instance)));
}
