import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globMatcher } from './glob.js';

const word = fc.stringMatching(/^[a-z0-9.=,-]{0,12}$/);
const id = fc
  .tuple(fc.string({ minLength: 1 }), word)
  .map(([any, plain]) => `${any.replace(/[*?]/g, '')}${plain}[api=${plain}]`);

describe('a glob', () => {
  it('without wildcards matches itself and nothing else', () => {
    fc.assert(
      fc.property(id, id, (one, other) => {
        const matches = globMatcher([one]);
        expect(matches(one)).toBe(true);
        expect(matches(other)).toBe(one === other);
      }),
    );
  });

  it('takes * for any text, the empty one included', () => {
    fc.assert(
      fc.property(id, fc.string(), id, (before, between, after) => {
        const matches = globMatcher([`${before}*${after}`]);
        expect(matches(`${before}${between}${after}`)).toBe(true);
        expect(matches(`${before}${after}`)).toBe(true);
      }),
    );
  });

  it.each([
    ['naming.*', 'naming.fqn', true],
    ['naming.*', 'naming.fqn[api=chat]', true],
    ['naming.*', 'xnaming.fqn', false],
    ['naming.*', 'namingXfqn', false],
    ['*[api=chat*]', 'naming.fqn[api=chat,route=workspace-url]', true],
    ['*[api=chat*]', 'naming.fqn[api=messages]', false],
    ['naming.fq?', 'naming.fqn', true],
    ['naming.fq?', 'naming.fq', false],
    ['naming.[fb]qn', 'naming.fqn', false],
    ['naming.fqn', 'naming.fqn2', false],
    ['a\\b^$', 'a\\b^$', true],
  ])('%s against %s', (pattern, text, expected) => {
    expect(globMatcher([pattern])(text)).toBe(expected);
  });

  it('among several is enough when one matches; among none, none does', () => {
    expect(globMatcher(['a', 'b'])('b')).toBe(true);
    expect(globMatcher([])('b')).toBe(false);
  });
});
