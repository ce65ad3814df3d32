import { describe, expect, it } from 'vitest';
import { createStreamLog } from './log.js';
import type { StreamRule } from './reading.js';

const names = Array.from({ length: 30 }, (_, index) => `rule-${index}`);
const rules: Readonly<Record<string, StreamRule>> = Object.fromEntries(
  names.map((name) => [name, { level: 'MUST', statement: `${name} holds.` }]),
);
const breach = (frame: number) => ({ frame, state: 'open', legal: 'nothing', came: 'something' });

describe('a log of a stream', () => {
  it('keeps the first violation of every rule, whatever came before it', () => {
    const log = createStreamLog(rules);
    for (const [index, name] of names.entries())
      for (let times = 0; times < 100; times += 1) log.report(name, breach(100 * index + times));
    const found = log.violations();
    expect(names.filter((name) => !found.some(({ rule }) => rule === name))).toEqual([]);
    expect(found.find(({ rule }) => rule === 'rule-29')?.frame).toBe(2900);
    expect(found).toHaveLength(names.length + 20);
  });

  it('keeps three violations of one rule', () => {
    const log = createStreamLog(rules);
    for (let frame = 0; frame < 1000; frame += 1) log.report('rule-0', breach(frame));
    expect(log.violations().map(({ frame }) => frame)).toEqual([0, 1, 2]);
  });

  it('tells violations by frame, also those that were found late', () => {
    const log = createStreamLog(rules);
    log.report('rule-0', breach(7));
    log.report('rule-1', breach(2));
    expect(log.violations()).toEqual([
      {
        rule: 'rule-1',
        level: 'MUST',
        ...breach(2),
        message: 'Frame 2 in state "open": something came; legal was nothing.',
      },
      expect.objectContaining({ rule: 'rule-0', frame: 7 }),
    ]);
  });
});
