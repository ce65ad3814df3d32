import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from './problem.js';
import { renderProblem, renderProblems } from './render-problem.js';

const golden = (name: string) => join(import.meta.dirname, 'golden', name);
const place = { file: 'specs/a.yaml', line: 12, column: 10, length: 5, text: '  model: wrong # why' };
const problem: Problem = { code: 'schema.wrong-value', message: '`wrong` is not right', place, fix: 'write right' };

/** What the carets stand below. */
function underlined(rendered: string): string {
  const [, , , text = '', carets = ''] = rendered.split('\n');
  return text.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1);
}

describe('a problem', () => {
  it('shows what was found, where, the line with carets, and what to write', async () => {
    await expect(`${renderProblem(problem)}\n`).toMatchFileSnapshot(golden('whole.txt'));
    expect(underlined(renderProblem(problem))).toBe('wrong');
  });

  it('does without what it does not have', () => {
    const { code, message } = problem;
    expect(renderProblem({ code, message })).toBe('error[schema.wrong-value]: `wrong` is not right');
    expect(renderProblem({ code, message, place: { file: 'a.yaml', line: 1, column: 2 } })).toBe(
      'error[schema.wrong-value]: `wrong` is not right\n  --> a.yaml:1:2',
    );
  });

  it('marks one character behind the line where something is missing', () => {
    const [, , , text, carets] = renderProblem({ ...problem, place: { ...place, column: 7, text: 'empty:' } }).split(
      '\n',
    );
    expect([text, carets]).toEqual([' 12 | empty:', '    |       ^']);
  });

  it('marks no more than there is of the line', () => {
    expect(underlined(renderProblem({ ...problem, place: { ...place, length: 500 } }))).toBe('wrong # why');
  });

  it('keeps carets below the mark when the line holds tabs', () => {
    expect(underlined(renderProblem({ ...problem, place: { ...place, text: '\t\tmodel:\twrong' } }))).toBe('wrong');
  });

  it('cuts a long line around the mark', async () => {
    const text = `${'a'.repeat(300)}wrong${'b'.repeat(300)}`;
    const rendered = renderProblem({ ...problem, place: { ...place, column: 301, text } });
    await expect(`${rendered}\n`).toMatchFileSnapshot(golden('long-line.txt'));
    expect(underlined(rendered)).toBe('wrong');
  });

  it('marks the same text wherever it stands in a line of any length', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (left, right) => {
        const text = `${'a'.repeat(left)}wrong${'b'.repeat(right)}`;
        const rendered = renderProblem({ ...problem, place: { ...place, column: left + 1, text } });
        expect(underlined(rendered)).toBe('wrong');
        for (const line of rendered.split('\n')) expect(line.length).toBeLessThanOrEqual(170);
      }),
    );
  });

  it('cannot move the cursor, end the line or turn the text around', () => {
    const hostile = '\u001b[2J\u202Eevil\r\nerror[forged]: \u0007';
    const rendered = renderProblem({
      code: 'file.unreadable',
      message: hostile,
      place: { file: hostile, line: 1, column: 1, text: hostile },
      fix: hostile,
    });
    expect(rendered.split('\n')).toHaveLength(6);
    expect(rendered).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  });
});

describe('problems', () => {
  it('come in the order of files, lines and columns, with their number', async () => {
    const at = (file: string, line: number, column: number): Problem => ({
      ...problem,
      place: { file, line, column, text: 'x'.repeat(20) },
    });
    const unordered = [at('b.yaml', 1, 1), at('a.yaml', 10, 2), at('a.yaml', 9, 1), at('a.yaml', 10, 1)];
    const { place: _place, ...placeless } = problem;
    await expect(renderProblems([...unordered, placeless])).toMatchFileSnapshot(golden('ordered.txt'));
    expect(unordered[0]?.place?.file).toBe('b.yaml');
  });

  it('are counted in words', () => {
    expect(renderProblems([problem])).toMatch(/\n\n1 problem\n$/);
    expect(renderProblems([])).toMatch(/\n0 problems\n$/);
  });
});
