import { describe, expect, it } from 'vitest';
import type { Journal } from '../journal/index.js';
import { endedEvent, finishedEvent, journalOf, plannedEvent } from '../journal/testing/make-events.js';
import { excerptOf, placeOf } from './excerpt.js';

const lines = Array.from({ length: 200 }, (_, index) => `  line ${index + 1}`);

function caseFrom(line: number, endLine: number, ...asked: readonly number[]): Journal {
  const findings = asked.map((at) => ({ check: 'status', holds: false, message: '', line: at }));
  return journalOf([
    { event: 'source', file: 'specs/naming/names.yaml', text: lines.join('\r\n') },
    plannedEvent('a', { line, endLine }),
    finishedEvent('a', 'failed', { findings: [...findings, { check: 'held', holds: true, message: '', line: 1 }] }),
    endedEvent(),
  ]);
}
const excerpt = (journal: Journal) => journal.instances.flatMap((instance) => excerptOf(journal, instance));
const place = (journal: Journal) => journal.instances.map((instance) => placeOf(journal, instance))[0];

describe('the excerpt of a spec', () => {
  it('is the case, its asking lines marked', () => {
    expect(excerpt(caseFrom(3, 6, 5, 4, 5))).toEqual([
      { number: 3, text: '  line 3', marked: false },
      { number: 4, text: '  line 4', marked: true },
      { number: 5, text: '  line 5', marked: true },
      { number: 6, text: '  line 6', marked: false },
    ]);
  });

  it('marks the case itself when no finding says more', () => {
    expect(excerpt(caseFrom(3, 4)).map(({ marked }) => marked)).toEqual([true, false]);
  });

  it('keeps to the surroundings of the mark in a long case', () => {
    const shown = excerpt(caseFrom(10, 190, 100));
    expect(shown).toHaveLength(60);
    expect(shown.some(({ number, marked }) => marked && number === 100)).toBe(true);
  });

  it('is empty without the text of the file', () => {
    const journal = { ...caseFrom(3, 4), sources: new Map() };
    expect(excerpt(journal)).toEqual([]);
    expect(place(journal)).toBe('specs/naming/names.yaml:3:1');
  });

  it('points at the first character of the asking line', () => {
    expect(place(caseFrom(3, 6, 5))).toBe('specs/naming/names.yaml:5:3');
  });
});
