import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultFailOn } from '../../acceptance/index.js';
import { endedEvent, finishedEvent, plannedEvent, runEvent, textOf } from '../../journal/testing/make-events.js';
import { worseByDefault as byDefault, changeClassNames as known } from '../../report/index.js';
import { failOnList } from '../options/fail-on-list.js';
import { commandLine, temporaryFile, temporaryFolder } from '../testing/command-line.js';
import { changeClassNames, classesOfGate, worseByDefault } from './change-classes.js';

const journal = (verdict: 'passed' | 'skipped') => {
  const reason = { code: 'needs.model', message: 'the target has no such model' };
  const details = verdict === 'skipped' ? { reason } : {};
  return temporaryFile(
    'journal.ndjson',
    textOf([runEvent(), plannedEvent('a'), finishedEvent('a', verdict, details), endedEvent()]),
  );
};

describe('report compare', () => {
  it('says that an answer was lost, ends with 1, and leaves three files', async () => {
    const [before, after, out] = [journal('passed'), journal('skipped'), temporaryFolder()];
    const { code, stdout, stderr } = await commandLine(['report', 'compare', before, after, '--out', out]);
    expect({ code, stderr }, stdout).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('Worse: 1 lost (a: the target has no such model).');
    expect(readdirSync(out).sort()).toEqual(['compare.html', 'compare.json', 'compare.md']);
    expect(readFileSync(join(out, 'compare.md'), 'utf8')).toContain('# ✗ Worse');
  });

  it('knows the classes that the report counts by, and no other', () => {
    expect(changeClassNames).toEqual(known);
    expect(worseByDefault).toEqual(byDefault);
    const read = failOnList(changeClassNames, worseByDefault);
    expect(read('lost, gone')).toEqual(['lost', 'gone']);
    expect(read('default,gone')).toEqual([...worseByDefault, 'gone']);
    expect(read('none')).toEqual([]);
    expect(() => read('lost,drft')).toThrow('`drft` is not one of');
    expect(() => read('none,lost')).toThrow('stands alone');
  });

  it('takes of the list of a gate what is a difference between two targets', () => {
    expect(classesOfGate(defaultFailOn)).toEqual(worseByDefault);
    expect(classesOfGate(['warnings', 'flaky', 'fixed', 'known-failures'])).toEqual(['new-warnings', 'fixed']);
  });
});
