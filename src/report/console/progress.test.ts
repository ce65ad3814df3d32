import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../journal/index.js';
import { hostileEvents } from '../../journal/testing/hostile-journal.js';
import { endedEvent, finishedEvent, plannedEvent, runEvent } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { progress } from './index.js';

function shown(events: readonly JournalEvent[], isTerminal: boolean): string {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { columns: 80, rows: 24, isTTY: isTerminal });
  const show = progress(stream as unknown as NodeJS.WriteStream, { isTerminal, colour: false });
  for (const event of events) show(event);
  return String(stream.read() ?? '');
}

describe('progress in CI', () => {
  it('is a line for each instance that is not as it should be', () => {
    expect(shown(sampleEvents, false)).toMatchInlineSnapshot(`
      "suite gate on staging-westeurope
      ✗ failed naming.bare-equals-fqn  \`bare\` and \`full\` do not answer with the same status.
      ✗ failed permissions.no-execute[api=chat]  \`without-execute\` got a completion instead of a denial.
      ! warned naming.unknown  The status is 400 instead of 404.
      ? inconclusive permissions.revoked  The quota of \`granted\` was used up for the 60 s that a request may wait.
      ⊗ error chat.stream  The stream fell silent for 60 s after 1 of its frames.
      "
    `);
  });

  it('is a sign of life after each tenth of the plan', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `i${index}`);
    const events = [runEvent(), ...ids.map((id) => plannedEvent(id)), ...ids.map((id) => finishedEvent(id, 'passed'))];
    const lines = shown(events, false).trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[1]).toBe('50 of 500 finished  ✓ 50');
    expect(lines[10]).toBe('500 of 500 finished  ✓ 500');
  });

  it('hands on nothing that a terminal would obey', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
    expect(shown(hostileEvents(), false)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

describe('progress on a terminal', () => {
  it('keeps one line up to date and leaves only what went wrong', () => {
    const text = shown([...sampleEvents.slice(0, -1)], true);
    expect(stripVTControlCharacters(text)).toContain('9 of 12 finished');
    expect(stripVTControlCharacters(text)).toContain('12 of 12 finished  ✓ 6  ✗ 2  ! 1  · 1  ↷ 2  ? 1  ⊗ 1');
  });

  it('takes the line away at the end', () => {
    const events = [runEvent(), plannedEvent('a'), finishedEvent('a', 'passed')];
    const before = shown(events, true);
    const after = shown([...events, endedEvent()], true);
    expect(after.startsWith(before)).toBe(true);
    expect(before).toContain('1 of 1 finished  ✓ 1');
    // https://invisible-island.net/xterm/ctlseqs: erase the line, go to the one above, erase it, go to its start
    expect(after.slice(before.length)).toContain('\u001b[2K\u001b[1A\u001b[2K\u001b[G');
    expect(after.slice(before.length)).not.toContain('finished');
  });

  it('repaints by the clock of the run, not by the number of events', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `i${index}`);
    const events = [
      runEvent(),
      ...ids.map((id) => plannedEvent(id)),
      ...ids.map((id, at) => finishedEvent(id, 'passed', { at })),
    ];
    expect(shown(events, true).split('finished').length - 1).toBe(Math.ceil(1000 / 80));
  });

  it('obeys nothing that a gateway has sent', () => {
    const text = shown(hostileEvents(), true);
    expect(text).not.toContain('\u001b]0;owned');
    expect(text).not.toContain('\u009b');
    expect(text).toContain('\\u001b[2J');
  });
});
