import { describe, expect, it } from 'vitest';
import type { Journal } from '../journal/index.js';
import {
  endedEvent,
  finishedEvent,
  journalOf,
  plannedEvent,
  requirement,
  runEvent,
} from '../journal/testing/make-events.js';
import { breakdownsOf } from './breakdowns.js';

const bound = (id: string, api: string) => plannedEvent(id, { bindings: { api, route: 'workspace-url' } });

const apisOf = (journal: Journal) => breakdownsOf(journal)[0]?.parts ?? [];

function namesAndPassed(planned: readonly ReturnType<typeof plannedEvent>[]) {
  const finished = planned.map(({ instance }) => finishedEvent(instance, 'passed'));
  return apisOf(journalOf([...planned, ...finished, endedEvent()])).map(({ name, counters }) => [
    name,
    counters.passed,
  ]);
}

describe('the APIs of a run', () => {
  it('stand by name, what is bound to none last', () => {
    const planned = [plannedEvent('a'), bound('b', 'messages'), bound('c', 'chat'), bound('d', 'messages')];
    expect(namesAndPassed(planned)).toEqual([
      ['chat', 1],
      ['messages', 2],
      ['-', 1],
    ]);
  });

  it('each count an instance that calls them all, whatever its matrix binds', () => {
    const both = plannedEvent('a', { apis: ['chat', 'messages'] });
    expect(namesAndPassed([both, bound('b', 'messages'), plannedEvent('c', { apis: [] })])).toEqual([
      ['chat', 1],
      ['messages', 2],
      ['-', 1],
    ]);
  });

  it('count each verdict by itself', () => {
    const skip = { code: 'needs.api', message: 'The target lacks it.' };
    const journal = journalOf([
      bound('a', 'chat'),
      bound('b', 'chat'),
      { ...bound('c', 'gemini'), skip },
      finishedEvent('a', 'failed'),
      finishedEvent('b', 'observed'),
      endedEvent(),
    ]);
    const [chat, gemini] = apisOf(journal);
    expect(chat?.counters).toMatchObject({ failed: 1, observed: 1, passed: 0, skipped: 0 });
    expect(gemini?.counters).toMatchObject({ failed: 0, observed: 0, passed: 0, skipped: 1 });
  });

  it('are not told apart where there is one, or none', () => {
    expect(namesAndPassed([bound('a', 'chat'), bound('b', 'chat')])).toEqual([]);
    expect(namesAndPassed([plannedEvent('a')])).toEqual([]);
    expect(namesAndPassed([])).toEqual([]);
  });
});

describe('the profiles of a run', () => {
  it('are those of the requirements that an instance verifies, each once', () => {
    const requirements = [
      requirement('NAME-01', { profile: 'core' }),
      requirement('NAME-02', { profile: 'core' }),
      requirement('CHAT-01', { profile: 'chat' }),
    ];
    const planned = [
      plannedEvent('a', { requirements: ['NAME-01', 'NAME-02'] }),
      plannedEvent('b', { requirements: ['NAME-02', 'CHAT-01'] }),
      plannedEvent('c', { requirements: ['GONE-01'] }),
    ];
    const finished = planned.map(({ instance }) => finishedEvent(instance, 'passed'));
    const journal = journalOf([...planned, ...finished, endedEvent()], runEvent({ requirements }));
    expect(breakdownsOf(journal)[1]?.parts.map(({ name, counters }) => [name, counters.passed])).toEqual([
      ['chat', 1],
      ['core', 2],
      ['-', 1],
    ]);
  });
});
