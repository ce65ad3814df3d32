import { describe, expect, it } from 'vitest';
import { endedEvent, finishedEvent, journalOf, plannedEvent } from '../journal/testing/make-events.js';
import { causeOf } from './cause.js';

function causeOfMessage(message: string) {
  const findings = [{ check: 'status', holds: false, message }];
  const { instances } = journalOf([plannedEvent('a'), finishedEvent('a', 'failed', { findings }), endedEvent()]);
  return instances[0] === undefined ? undefined : causeOf(instances[0])?.message;
}

describe('the cause of a failure', () => {
  it.each([
    ['request 0ad2a8e1-58a1-4e8e-9f6e-2f0a4f4b8b0e failed', 'request … failed'],
    ['nothing arrived for 60 s', 'nothing arrived for …'],
    ['the id chatcmpl_8Jx0aPq4Lm2Zt7Vw is repeated', 'the id … is repeated'],
    ['at 2026-11-20T09:30:00.000Z it said 1234567890123456', 'at … it said …'],
    ['the nonce 3f9ab01c22de is missing', 'the nonce … is missing'],
    ['Frame 11 in state "open": block 2 has stopped', 'Frame … in state "open": block … has stopped'],
  ])('leaves out what differs from one request to the next: %s', (message, expected) => {
    expect(causeOfMessage(message)).toBe(expected);
  });

  it.each(['The status is 403 instead of 404.', 'The field `deadbeef` of the facade is absent.'])(
    'keeps what tells two causes apart: %s',
    (message) => {
      expect(causeOfMessage(message)).toBe(message);
    },
  );

  it('is the reason where no check was made', () => {
    const reason = { code: 'wire.refused', message: 'connection refused after 12 ms' };
    const { instances } = journalOf([
      plannedEvent('a'),
      finishedEvent('a', 'error', { reason }),
      plannedEvent('b'),
      finishedEvent('b', 'passed'),
      endedEvent(),
    ]);
    expect(instances.map(causeOf)).toEqual([
      { code: 'wire.refused', message: 'connection refused after …' },
      undefined,
    ]);
  });
});
