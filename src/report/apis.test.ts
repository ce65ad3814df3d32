import { describe, expect, it } from 'vitest';
import { endedEvent, finishedEvent, journalOf, plannedEvent } from '../journal/testing/make-events.js';
import { apisOf } from './apis.js';

const bound = (id: string, api: string) => plannedEvent(id, { bindings: { api, route: 'workspace-url' } });

function namesAndPassed(planned: readonly ReturnType<typeof plannedEvent>[]) {
  const finished = planned.map(({ instance }) => finishedEvent(instance, 'passed'));
  const { instances } = journalOf([...planned, ...finished, endedEvent()]);
  return apisOf(instances).map(({ name, counters }) => [name, counters.passed]);
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
    const [chat, gemini] = apisOf(journal.instances);
    expect(chat?.counters).toMatchObject({ failed: 1, observed: 1, passed: 0, skipped: 0 });
    expect(gemini?.counters).toMatchObject({ failed: 0, observed: 0, passed: 0, skipped: 1 });
  });

  it('are not told apart where there is one, or none', () => {
    expect(namesAndPassed([bound('a', 'chat'), bound('b', 'chat')])).toEqual([]);
    expect(namesAndPassed([plannedEvent('a')])).toEqual([]);
    expect(namesAndPassed([])).toEqual([]);
  });
});
