import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../journal/index.js';
import { hostileEvents } from '../../journal/testing/hostile-journal.js';
import { endedEvent, finishedEvent, journalOf, plannedEvent } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import { renderAnnotations } from './index.js';
import { workflowCommand } from './workflow-command.js';

const annotationsOf = (events: readonly JournalEvent[]) =>
  renderAnnotations(assess(journalOf(events)))
    .split('\n')
    .slice(0, -1);

function failing(id: string, message: string): readonly JournalEvent[] {
  return [plannedEvent(id), finishedEvent(id, 'failed', { findings: [{ check: 'status', holds: false, message }] })];
}

/** As the runner undoes it: actions/runner, src/Runner.Common/ActionCommand.cs. */
function read(command: string) {
  const [, name, properties = '', data = ''] = /^::(\w+) ([^:]*)::([^\r\n]*)\n$/.exec(command) ?? [];
  const undone = (text: string) =>
    text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
  return {
    name,
    properties: properties.split(',').map((pair) => undone(pair.slice(pair.indexOf('=') + 1))),
    data: undone(data),
  };
}

describe('annotations', () => {
  it('are written for GitHub, at the line of the spec', async () => {
    await expect(renderAnnotations(assess(journalOf(sampleEvents, sampleRun)))).toMatchFileSnapshot(
      'golden/annotations.txt',
    );
  });

  it('are one for each cause, the most frequent first', () => {
    const events = [
      ...failing('alone', 'The status is 404 instead of 200.'),
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((id) =>
        failing(id, `The status is 500 instead of 200, after ${id.length}2 ms.`),
      ),
    ];
    const [first, second, ...others] = annotationsOf([...events, endedEvent()]);
    expect(first).toContain('%0AIn 7 instances: a, b, c, d, e and 2 more');
    expect(second).toContain('404 instead of 200.%0Aalone');
    expect(others).toEqual([]);
  });

  it('are at most ten, of which the last counts the rest', () => {
    const events = Array.from({ length: 25 }, (_, index) => failing(`c.${index}`, `Cause ${index}.`)).flat();
    const commands = annotationsOf([...events, endedEvent()]);
    expect(commands).toHaveLength(10);
    expect(commands.at(-1)).toBe('::error title=16 more causes::The job summary and the HTML report show them.');
    expect(annotationsOf([...events.slice(0, 20), endedEvent()])).toHaveLength(10);
  });

  it('say what no instance shows', () => {
    const [command] = annotationsOf([
      { event: 'problem', problem: { code: 'target.tls', message: 'Expired.' } },
      endedEvent(),
    ]);
    expect(command).toBe('::error title=target.tls::Expired.');
  });

  it('are none of a gate that holds', () => {
    expect(annotationsOf([plannedEvent('a'), finishedEvent('a', 'passed'), endedEvent()])).toEqual([]);
  });

  it('are commands of the harness alone, whatever a gateway says', () => {
    const commands = annotationsOf(hostileEvents());
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) expect(command).toMatch(/^::error (file=[^,:]+,line=\d+,)?title=[^,:\r\n]*::/);
  });
});

describe('a workflow command', () => {
  it('is read by the runner as it was meant, whatever is in it', () => {
    const printable = fc.string({ unit: fc.constantFrom(':', ',', '%', '=', 'a', '0', 'A', '2', '5', ' ') });
    fc.assert(
      fc.property(printable, printable, printable, (title, message, file) => {
        const command = workflowCommand({ title, message: `${message}\n.`, place: { file, line: 3 } });
        // What stands for a character is undone last to first, so that a text that looks like one stays.
        expect(read(command)).toEqual({ name: 'error', properties: [file, '3', title], data: `${message}\n.` });
      }),
    );
  });
});
