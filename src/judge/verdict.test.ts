import { describe, expect, it } from 'vitest';
import { fails, holds } from './finding.js';
import { verdictOf } from './verdict.js';

const good = holds('status', 'The status is 200.');
const bad = fails('status', 'The status is 500; expected 200.');

describe('the verdict', () => {
  it.each([
    ['MUST', [good, good], 'passed'],
    ['MUST', [good, bad], 'failed'],
    ['SHOULD', [good], 'passed'],
    ['SHOULD', [bad, good], 'warned'],
    ['OBSERVE', [good], 'observed'],
    ['OBSERVE', [bad], 'observed'],
    ['MUST', [], 'error'],
    ['SHOULD', [], 'error'],
    ['OBSERVE', [], 'error'],
  ] as const)('of a %s with %j is %3$s', (level, findings, verdict) => {
    expect(verdictOf(level, findings)).toBe(verdict);
  });
});
