import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readYamlText } from './read-yaml.js';
import type { YamlPath, YamlSource } from './yaml-source.js';

function sourceOf(text: string): YamlSource {
  const read = readYamlText('a.yaml', text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const text = `title: A # about a
cases:
  - id: a.b
    call: { x: 1 } # about x

  # about the next
  - id: a.c
    text: |
      one
      two

folded: one
  two
alias: &shared [1, { k: v }]
use: *shared
number: 12345678901234567890
empty:
`;
const source = sourceOf(text);

/** What a caret would mark. */
function marked(path: YamlPath, what?: 'key' | 'value') {
  const { line, column, length, text: shown = '' } = source.place(path, what);
  return { line, marks: shown.slice(column - 1, column - 1 + (length ?? 1)) };
}

describe('the place', () => {
  it.each<[YamlPath, 'key' | 'value', number, string]>([
    [['title'], 'value', 1, 'A'],
    [['title'], 'key', 1, 'title'],
    [['cases'], 'key', 2, 'cases'],
    [['cases', 0, 'id'], 'value', 3, 'a.b'],
    [['cases', '1', 'id'], 'value', 7, 'a.c'],
    [['cases', 0, 'call', 'x'], 'key', 4, 'x'],
    [['number'], 'value', 16, '12345678901234567890'],
  ])('of %j, its %s, is line %i: %s', (path, what, line, marks) => {
    expect(marked(path, what)).toEqual({ line, marks });
  });

  it('of a block, or of a text of several lines, is where it begins', () => {
    expect(marked(['cases'])).toEqual({ line: 3, marks: '-' });
    expect(marked(['cases', 1, 'text'])).toEqual({ line: 8, marks: '|' });
    expect(marked(['folded'])).toEqual({ line: 12, marks: 'o' });
  });

  it('of what an alias stands for is where it is written', () => {
    expect(marked(['use', 1, 'k'])).toEqual({ line: 14, marks: 'v' });
    expect(marked(['use'])).toEqual({ line: 15, marks: '*' });
  });

  it('of what is not there is that of its nearest ancestor', () => {
    expect(source.place(['cases', 7, 'id'])).toEqual(source.place(['cases']));
    expect(source.place(['cases', 0, 'nothing', 'below'], 'key')).toEqual(source.place(['cases', 0], 'key'));
    expect(source.place(['nothing'])).toMatchObject({ line: 1, column: 1 });
  });

  it('of a value that is left out is behind its key', () => {
    expect(source.place(['empty'])).toMatchObject({ line: 17, column: 7, text: 'empty:' });
  });

  it('shows the whole line, however lines end', () => {
    for (const end of ['\n', '\r\n']) {
      const { place } = sourceOf(['a: 1', 'b: "x\ry"', 'c: 3', ''].join(end));
      expect(place(['b'])).toMatchObject({ line: 2, column: 4, text: 'b: "x\ry"' });
      expect(place(['c'])).toMatchObject({ line: 3, column: 4, text: 'c: 3' });
    }
  });
});

describe('the lines', () => {
  it.each<[YamlPath, number, number]>([
    [['cases', 0], 3, 4],
    [['cases', 1], 7, 10],
    [['cases', 1, 'text'], 8, 10],
    [['folded'], 12, 13],
    [['cases'], 2, 10],
    [[], 1, 17],
  ])('of %j are %i to %i', (path, first, last) => {
    expect(source.lines(path)).toEqual({ first, last });
  });
});

describe('the text of a scalar', () => {
  it('keeps the digits of a long number', () => {
    expect(source.scalarText(['number'])).toBe('12345678901234567890');
  });

  it('is not that of a list or a mapping, or of what is not there', () => {
    expect([source.scalarText(['cases']), source.scalarText(['cases', 0])]).toEqual([undefined, undefined]);
    expect(source.scalarText(['cases', 0, 'nothing'])).toBeUndefined();
  });
});

describe('whatever stands in a document', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z$. ]{1,6}$/), tie('tree'), { maxKeys: 3 }),
    ),
  }));

  it('has a place in it', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const written = stringify({ root: value });
        const read = sourceOf(written);
        const lines = written.split('\n');
        for (const path of pathsIn({ root: value })) {
          const { line, column } = read.place(path);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
          const { first, last } = read.lines(path);
          expect(first).toBeGreaterThanOrEqual(1);
          expect(last).toBeGreaterThanOrEqual(first);
        }
      }),
    );
  });
});

function* pathsIn(value: unknown, path: YamlPath = []): Generator<YamlPath> {
  yield path;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* pathsIn(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* pathsIn(item, [...path, key]);
}
