import { describe, expect, it } from 'vitest';
import type { ProblemCode } from './codes.js';
import { exitCodeOf } from './exit-code-of.js';

const codeOf = (...codes: readonly ProblemCode[]) => exitCodeOf(codes.map((code) => ({ code, message: '' })));

describe('the exit code', () => {
  it('of wrong input is 2', () => {
    expect(codeOf('yaml.syntax')).toBe(2);
  });

  it('of a target that cannot be tested is 3', () => {
    expect(codeOf('target.unreachable', 'target.credential-refused')).toBe(3);
  });

  it('of both is that of the input, which has to be mended first', () => {
    expect(codeOf('target.unreachable', 'schema.unknown-key')).toBe(2);
    expect(codeOf('schema.unknown-key', 'target.unreachable')).toBe(2);
  });

  it('of no problem is 0', () => {
    expect(codeOf()).toBe(0);
  });
});
