import { describe, expect, it } from 'vitest';
import { hostileEvents } from '../../journal/testing/hostile-journal.js';
import { journalOf } from '../../journal/testing/make-events.js';
import { assess } from '../assessment.js';
import { inert } from './inert.js';
import { renderConsole } from './render-console.js';

const commands = [
  '::add-path::/tmp/owned',
  '  ::set-env name=NODE_OPTIONS::--require=/tmp/owned.js',
  '##[add-mask]e',
  'it said ##vso[task.setvariable variable=PATH]/tmp/owned',
];

/** What the runner of GitHub Actions (ActionCommand.cs) and the agent of Azure Pipelines (Command.cs) look for. */
const isCommand = (line: string) => line.trimStart().startsWith('::') || /##(vso)?\[/i.test(line);

describe('what is printed', () => {
  it.each(commands)('is no command to a CI system: %s', (command) => {
    expect(isCommand(command)).toBe(true);
    expect(isCommand(inert(command))).toBe(false);
  });

  it('is no command of a gateway, wherever its text stands', () => {
    const printed = renderConsole(assess(journalOf(hostileEvents(commands))), { colour: false });
    expect(printed).toContain('task.setvariable');
    expect(printed.split('\n').filter(isCommand)).toEqual([]);
  });
});
