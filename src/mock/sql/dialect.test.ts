import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translate } from './dialect.js';

const text = (statement: string) => translate(statement, (name) => `$${name}`).text;

describe('a statement of Databricks', () => {
  it.each([
    ['SELECT :a + :b_1', 'SELECT $a + $b_1'],
    ['SELECT x::INT, f(y)::STRING', 'SELECT x::INT, f(y)::STRING'],
    ['SELECT j:name, l[1:n]', 'SELECT j:name, l[1:n]'],
    ["SELECT ':a', ':b'", "SELECT ':a', ':b'"],
    ['SELECT "it\'s :a"', "SELECT 'it''s :a'"],
    ["SELECT 'it\\'s', 'a''b'", "SELECT 'it''s', 'a''b'"],
    ["SELECT 'a\\nb'", "SELECT 'a\nb'"],
    ['SELECT `my "column"`', 'SELECT "my ""column"""'],
    ['SELECT 1 -- :a "x"\n, :b', 'SELECT 1 -- :a "x"\n, $b'],
    ["SELECT /* :a ' */ :b", "SELECT /* :a ' */ $b"],
    ['SELECT 4 / 2 - 1', 'SELECT 4 / 2 - 1'],
    ["SELECT 'never ends", "SELECT 'never ends"],
    ['SELECT `never ends', 'SELECT `never ends'],
    ['SELECT /* never ends', 'SELECT /* never ends'],
  ])('%s', (statement, translated) => {
    expect(text(statement)).toBe(translated);
  });

  it('names each of its markers once', () => {
    expect(translate("SELECT :a, :b, :a, ':c'", () => '?')).toEqual({
      text: "SELECT ?, ?, ?, ':c'",
      markers: ['a', 'b'],
    });
  });

  it('stays as it is where both spell it alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_ ,()*=<>|+.\n]*$/), (statement) => {
        expect(text(statement)).toBe(statement);
      }),
    );
  });

  it('never loses its way, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (statement) => typeof text(statement) === 'string'));
  });
});
