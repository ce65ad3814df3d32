import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Diagnosis, Mark } from './diagnosis.js';
import { exitCodeOfDiagnosis } from './exit-code.js';
import { renderDiagnosis } from './render.js';

function diagnosis(marks: readonly Mark[], interrupted = false): Diagnosis {
  const lines = marks.map((mark, index) => ({ mark, subject: `thing-${index}`, found: mark, toDo: [`mend ${index}`] }));
  return { target: { name: 'west', source: 'west.yaml' }, sections: [{ title: 'Things', lines }], interrupted };
}

describe('the exit code of doctor', () => {
  it.each<[code: number, marks: readonly Mark[], interrupted?: boolean]>([
    [0, ['fine', 'unknown']],
    [3, ['fine', 'untestable']],
    [1, ['untestable', 'differs']],
    [130, ['differs'], true],
  ])('is %i for %j', (code, marks, interrupted) => {
    expect(exitCodeOfDiagnosis(diagnosis(marks, interrupted))).toBe(code);
  });
});

describe('a diagnosis in words', () => {
  it('has a mark and a word for each thing, what to do below it, and the next command', () => {
    expect(renderDiagnosis(diagnosis(['fine', 'differs', 'untestable', 'unknown']), { colour: false })).toBe(
      `Looked over west (west.yaml).

Things
  ✓ thing-0  fine
      mend 0
  ✗ thing-1  differs
      mend 1
  ✗ thing-2  untestable
      mend 2
  - thing-3  unknown
      mend 3

1 differs from what the target says, 1 cannot be tested. Mend what is marked ✗, or what the target says of it.
Next: gateway-conformance doctor --target west.yaml
`,
    );
  });

  it('says the same with colours', () => {
    const some = diagnosis(['fine', 'differs']);
    expect(stripVTControlCharacters(renderDiagnosis(some, { colour: true }))).toBe(
      renderDiagnosis(some, { colour: false }),
    );
  });

  it('shows what could act on a terminal, and cuts what is long, but for commands', () => {
    const command = `curl ${'x'.repeat(400)}`;
    const found = `\u001b[2J${'long '.repeat(100)}`;
    const sections = [{ title: 'Things', lines: [{ mark: 'fine', subject: 'a\nb', found, toDo: [command] }] as const }];
    const text = renderDiagnosis({ ...diagnosis([]), sections }, { colour: false });
    expect(text).toContain('✓ a b  \\u001b[2Jlong');
    expect(text.split('\n').find((line) => line.includes('a b'))?.length).toBeLessThan(320);
    expect(text).toContain(command);
  });

  it('does not pretend to be whole when it was interrupted', () => {
    expect(renderDiagnosis(diagnosis(['fine'], true), { colour: false })).toContain('Interrupted');
  });
});
