import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hostileEvents } from '../../journal/testing/hostile-journal.js';
import { endedEvent, finishedEvent, journalOf, plannedEvent } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import { renderConsole } from './index.js';

const sample = journalOf(sampleEvents, sampleRun);

describe('the closing words', () => {
  it('tell what failed, where, and how to see it again; the verdict last', async () => {
    await expect(renderConsole(assess(sample), { colour: false })).toMatchFileSnapshot('golden/console.txt');
  });

  it('say the same with colours', () => {
    const coloured = renderConsole(assess(sample), { colour: true });
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(renderConsole(assess(sample), { colour: false }));
  });

  it('are short when all is well', () => {
    const journal = journalOf([plannedEvent('a'), finishedEvent('a', 'passed'), endedEvent()]);
    expect(renderConsole(assess(journal), { colour: false })).toMatchInlineSnapshot(`
      "✓ 1 passed
      suite gate, target staging, 1 request, 5.0 s

      The gate holds: 1 of 1 instance that could be judged passed; 1 of 1 MUST requirements proved.
      "
    `);
  });

  it('tell the APIs apart, with the verdicts that there are', () => {
    const onApi = (id: string, api: string) => plannedEvent(id, { bindings: { api } });
    const skip = { code: 'needs.api', message: 'The target lacks it.' };
    const planned = [onApi('a', 'chat'), onApi('b', 'responses-codex'), { ...onApi('c', 'responses-codex'), skip }];
    const journal = journalOf([...planned, finishedEvent('a', 'passed'), finishedEvent('b', 'passed'), endedEvent()]);
    expect(renderConsole(assess(journal), { colour: false })).toContain(`
api              ✓ passed  ↷ skipped
chat                    1          0
responses-codex         1          1

✓ 2 passed  ↷ 1 skipped
`);
  });

  it('say what kept the target from being tested', () => {
    const problem = { code: 'target.tls', message: 'The certificate has expired.', fix: 'Renew it.' } as const;
    expect(
      renderConsole(assess(journalOf([{ event: 'problem', problem }, endedEvent()])), { colour: false }),
    ).toMatchInlineSnapshot(`
      "⊗ target.tls The certificate has expired.
        Renew it.

      no instances
      suite gate, target staging, 0 requests, 5.0 s

      Not one instance of a MUST requirement passed.
      0 of 1 MUST requirements proved, 1 not exercised.
      The target could not be tested: The certificate has expired.
      "
    `);
  });

  it('are brief about what was left over when the run stopped', () => {
    const left = Array.from({ length: 300 }, (_, index) => plannedEvent(`left.${index}`));
    const started = { event: 'started', instance: 'left.0', at: 1 } as const;
    const text = renderConsole(assess(journalOf([...left, started, endedEvent({ interrupted: true })])), {
      colour: false,
    });
    expect(text).toContain('⊗ not run 299 instances: the run stopped before');
    expect(text).toContain('⊗ error left.0');
    expect(text).not.toContain('left.1 ');
    expect(text.endsWith('The run was interrupted: 0 of 300 instances have a result, 0 failed.\n')).toBe(true);
  });

  it('give a terminal nothing to obey that a gateway has sent', () => {
    const text = renderConsole(assess(journalOf(hostileEvents())), { colour: false });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(text).toContain('\\u001b[2J');
  });
});
