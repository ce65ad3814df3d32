import { describe, expect, it } from 'vitest';
import { type JournalEvent, parseJournal } from './index.js';
import { endedEvent, exchangeEvent, finishedEvent, plannedEvent, runEvent, textOf } from './testing/make-events.js';

const whole: readonly JournalEvent[] = [
  runEvent(),
  { event: 'source', file: 'specs/naming/names.yaml', text: 'title: Names\n' },
  plannedEvent('a'),
  { event: 'problem', problem: { code: 'target.tls', message: 'The certificate has expired.' } },
  { event: 'started', instance: 'a', at: 1 },
  exchangeEvent('a'),
  finishedEvent('a', 'passed'),
  endedEvent(),
];

const problemOf = (text: string) => {
  const result = parseJournal(text, 'reports/journal.ndjson');
  return result.ok ? undefined : result.problems;
};
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

describe('parsing a journal', () => {
  it('gives back what was written', () => {
    const result = parseJournal(textOf(whole), 'journal.ndjson');
    expect(result.ok && result.value).toMatchObject({ cut: false, run: whole[0], problems: [{ code: 'target.tls' }] });
    expect(result.ok && result.value.sources.get('specs/naming/names.yaml')).toBe('title: Names\n');
    expect(result.ok && result.value.instances[0]?.exchanges).toEqual([whole[5]]);
  });

  it('forgives a cut last line, wherever the cut is, and marks the journal as cut', () => {
    const text = textOf(whole);
    const last = text.lastIndexOf('\n', text.length - 2) + 1;
    for (let end = last; end < text.length; end += 1) {
      const result = parseJournal(text.slice(0, end), 'journal.ndjson');
      expect(result.ok && result.value.cut).toBe(true);
    }
  });

  it('reads fields that a newer tool has added', () => {
    expect(parseJournal(textOf(whole).replace('"event":"ended"', '"event":"ended","mood":"good"'), 'x').ok).toBe(true);
  });

  it('does not read a newer version', () => {
    const problems = problemOf(textOf(whole).replace('"journal":1', '"journal":2'));
    expect(problems).toMatchInlineSnapshot(`
      [
        {
          "code": "journal.newer-version",
          "fix": "update gateway-conformance",
          "message": "the journal's version is \`2\`; this tool reads version 1",
          "place": {
            "column": 1,
            "file": "reports/journal.ndjson",
            "line": 1,
          },
        },
      ]
    `);
  });

  const first = line(runEvent());
  const planned = line(plannedEvent('a'));
  it.each([
    ['text that is no JSON', `${first}{"event":\n`, 'journal.syntax', 2, 'this line of the journal is not JSON'],
    ['an empty line', `${first}\n`, 'journal.syntax', 2, 'this line of the journal is not JSON'],
    ['a line that is no object', `${first}[]\n`, 'journal.syntax', 2, 'this line of the journal is not an object'],
    [
      'an unknown event',
      first + line({ event: 'toString' }),
      'journal.unknown-event',
      2,
      'no journal has an event `"toString"`',
    ],
    ['an unnamed event', first + line({}), 'journal.unknown-event', 2, 'no journal has an event `without a name`'],
    [
      'a missing field',
      first + planned + line({ ...finishedEvent('a', 'passed'), findings: undefined }),
      'journal.wrong-shape',
      3,
      "event `finished`: it must have required property 'findings'",
    ],
    [
      'a verdict that there is not',
      first + planned + line({ ...finishedEvent('a', 'passed'), verdict: 'splendid' }),
      'journal.wrong-shape',
      3,
      'event `finished`: `/verdict` must be equal to constant',
    ],
    [
      'a version that is no number',
      line({ ...runEvent(), journal: 'one' }),
      'journal.wrong-shape',
      1,
      'the journal\'s version is `"one"`; this tool reads version 1',
    ],
    ['an empty file', '', 'journal.inconsistent', 1, 'the journal is empty'],
    [
      'a journal without its head',
      planned,
      'journal.inconsistent',
      1,
      'the first line of a journal is its `run` event',
    ],
    ['two runs in one file', first + first, 'journal.inconsistent', 2, 'a journal holds one run; this is a second one'],
    [
      'an instance that is planned twice',
      first + planned + planned,
      'journal.inconsistent',
      3,
      'instance `a` is planned twice',
    ],
    [
      'a result that nothing was planned for',
      first + line(finishedEvent('a', 'passed')),
      'journal.inconsistent',
      2,
      'instance `a` was never planned',
    ],
    [
      'two results of one instance',
      first + planned + line(finishedEvent('a', 'failed')) + line(finishedEvent('a', 'passed')),
      'journal.inconsistent',
      4,
      'instance `a` is finished twice',
    ],
    [
      'a line after the end',
      first + line(endedEvent()) + planned,
      'journal.inconsistent',
      3,
      'nothing may follow the `ended` event',
    ],
  ])('does not trust %s', (_, text, code, at, message) => {
    expect(problemOf(text)?.map((problem) => [problem.code, problem.place?.line, problem.message])).toEqual([
      [code, at, message],
    ]);
  });

  it('stops after twenty problems', () => {
    expect(problemOf(first + 'nonsense\n'.repeat(1000))).toHaveLength(20);
  });
});
