import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endedEvent, finishedEvent, journalOf, plannedEvent, runEvent } from '../journal/testing/make-events.js';
import { renderProblems } from '../problem/index.js';
import { readYamlText } from '../spec/loading.js';
import type { KnownFailureEntry } from './known-failures.js';
import { loadKnownFailures, readKnownFailures } from './load-known-failures.js';
import { overlapsIn, suggestedFor } from './match-known-failures.js';
import { renderKnownFailures } from './render-known-failures.js';

function load(text: string) {
  const source = readYamlText('known-failures.yaml', text);
  return source.ok ? loadKnownFailures(source.value) : source;
}

function entriesIn(text: string): readonly KnownFailureEntry[] {
  const loaded = load(text);
  if (!loaded.ok) throw new Error(renderProblems(loaded.problems));
  return loaded.value;
}

const told = (text: string) => {
  const loaded = load(text);
  return loaded.ok ? 'no problems' : renderProblems(loaded.problems);
};

const good = `known-failures:
  - instance: naming.bare-name[api=gemini,*]
    reason: Waits for the new name service.
    link: https://github.com/owner/repo/issues/1
    expires: 2027-01-31
  - instance: chat.tools
    reason: Not announced for this region.
`;

describe('known failures', () => {
  it('are read with their place', () => {
    expect(entriesIn(good)).toMatchObject([
      {
        instance: 'naming.bare-name[api=gemini,*]',
        reason: 'Waits for the new name service.',
        link: 'https://github.com/owner/repo/issues/1',
        expires: '2027-01-31',
        place: { file: 'known-failures.yaml', line: 2, column: 15 },
      },
      { instance: 'chat.tools', place: { line: 6 } },
    ]);
    expect(entriesIn('known-failures: []')).toEqual([]);
  });

  it('say what is wrong with them, where, and what to write', async () => {
    const text = readFileSync(join(import.meta.dirname, 'golden', 'wrong-known-failures.yaml'), 'utf8');
    await expect(told(text)).toMatchFileSnapshot('golden/wrong-known-failures.txt');
  });

  it('have days that are in the calendar, and stand once each', async () => {
    const twice = good.replace('2027-01-31', '2027-02-30').replace('chat.tools', '"naming.bare-name[api=gemini,*]"');
    await expect(told(twice)).toMatchFileSnapshot('golden/known-failures-twice.txt');
    expect(told(good.replace('2027-01-31', '2028-02-29'))).toBe('no problems');
    expect(told(good.replace('2027-01-31', '2027-02-29'))).toContain('known-failures.no-such-day');
  });

  it('do not mean one instance twice', async () => {
    const entries = entriesIn(good.replace('chat.tools', '"*[api=gemini,*]"'));
    const ids = ['naming.bare-name[api=gemini,route=a]', 'naming.bare-name[api=gemini,route=b]', 'chat.tools'];
    await expect(renderProblems(overlapsIn(entries, ids))).toMatchFileSnapshot('golden/known-failures-overlap.txt');
    expect(overlapsIn(entriesIn(good), ids)).toEqual([]);
    expect(overlapsIn(entries, ['chat.tools'])).toEqual([]);
  });

  it('say when their file is not there', () => {
    expect(readKnownFailures('/nowhere/known.yaml')).toMatchObject({
      ok: false,
      problems: [{ code: 'file.unreadable' }],
    });
  });

  it('that match nothing are told what they may have meant', () => {
    const [entry] = entriesIn('known-failures: [{ instance: naming.bear-name, reason: It fails. }]');
    const ids = ['naming.bare-name[api=chat]', 'chat.tools'];
    expect(entry && suggestedFor(entry, ids)).toBe('did you mean `naming.bare-name`?');
  });
});

describe('the entries for what fails now', () => {
  const check = { check: 'status', holds: false, message: 'status 404\n- instead of: 200' };

  it('are to be completed with a reason, and do not load without', async () => {
    const events = [
      plannedEvent('naming.b[api=chat]', { requirements: ['NAME-01', 'NAME-02'] }),
      plannedEvent('naming.a'),
      finishedEvent('naming.b[api=chat]', 'failed', { findings: [check] }),
      finishedEvent('naming.a', 'passed'),
      endedEvent(),
    ];
    const text = renderKnownFailures(journalOf(events));
    await expect(text).toMatchFileSnapshot('golden/known-failures.yaml');
    expect(told(text)).toContain('schema.wrong-value');
    expect(entriesIn(text.replace('""', 'It is on the way.'))).toMatchObject([{ instance: 'naming.b[api=chat]' }]);
  });

  it('are none where nothing fails', () => {
    expect(entriesIn(renderKnownFailures(journalOf([endedEvent()])))).toEqual([]);
  });

  it('mean the instances that failed, whatever they are called and a gateway says', () => {
    const any = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(fc.uniqueArray(any, { minLength: 1, maxLength: 4 }), any, any, (ids, message, name) => {
        const events = ids.flatMap((id) => [
          plannedEvent(id),
          finishedEvent(id, 'failed', { findings: [{ check: 'status', holds: false, message }] }),
        ]);
        const target = { ...runEvent().target, name };
        const text = renderKnownFailures(journalOf(events, runEvent({ target })));
        expect(entriesIn(text.replaceAll('reason: ""', 'reason: because')).map(({ instance }) => instance)).toEqual(
          ids,
        );
      }),
    );
  });
});
