import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify, type ToStringOptions } from 'yaml';
import type { Problem } from '../problem/index.js';
import { loadTarget } from './load-target.js';
import { readTargetFile } from './read-target-file.js';
import { contextOf, plantedToken, source } from './testing/accounts.js';

const opaque = 'Correct-Horse.Battery/Staple';
const context = contextOf({ DATABRICKS_TOKEN: 'token-one' });

function document(): Record<string, unknown> {
  return {
    name: 'some',
    'account-url': 'https://accounts.example.net',
    workspaces: { home: { url: 'https://a.net', id: '12' } },
    models: { system: { fqn: 'a.b.c', bare: 'c', apis: ['chat'] } },
    identities: { default: { token: { env: 'DATABRICKS_TOKEN' }, expects: { system: { lacks: [] } } } },
    features: ['simulated'],
    limits: { 'max-body': '1MiB' },
  };
}

/** Every place in a document where a value stands. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key])),
  ];
}

function withValue(path: readonly string[], value: unknown): unknown {
  const root = document();
  let parent = root;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  parent[path.at(-1) as string] = value;
  return root;
}

function problemsOf(text: string): readonly Problem[] {
  const target = loadTarget(source(text), context);
  return target.ok ? [] : target.problems;
}

const plantings = fc.constantFrom<(token: string) => unknown>(
  (token) => token,
  (token) => `see ${token} for more`,
  (token) => [token],
  (token) => ({ value: token }),
  (token) => ({ [token]: true }),
  (token) => `first\n${token}\nlast`,
);
const styles = fc.constantFrom<ToStringOptions>(
  {},
  { defaultStringType: 'QUOTE_DOUBLE' },
  { defaultStringType: 'BLOCK_LITERAL' },
  { collectionStyle: 'flow' },
  { collectionStyle: 'flow', defaultStringType: 'QUOTE_SINGLE' },
);

describe('a secret in a target file', () => {
  it('is reported and never shown, wherever and however it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(document())), plantings, styles, (path, plant, style) => {
        const problems = problemsOf(stringify(withValue(path, plant(plantedToken)), style));
        expect(problems.map(({ code }) => code)).toContain('target.secret-in-file');
        expect(JSON.stringify(problems)).not.toContain(plantedToken.slice(0, 20));
      }),
    );
  });

  it('is never shown as the value of `token`, whatever it looks like', () => {
    fc.assert(
      fc.property(
        plantings,
        styles,
        fc.constantFrom('token', 'password', 'client_secret', 'api-key'),
        (plant, style, key) => {
          // A key is no value: only what looks like a credential is recognised there.
          fc.pre(JSON.stringify(plant('')) !== '{"":true}');
          const identity = { token: { env: 'DATABRICKS_TOKEN' }, [key]: plant(opaque) };
          const problems = problemsOf(stringify(withValue(['identities', 'default'], identity), style));
          expect(problems.map(({ code }) => code)).toContain('target.secret-in-file');
          expect(JSON.stringify(problems)).not.toContain('Battery');
        },
      ),
    );
  });

  it('does not keep other mistakes from being reported', () => {
    const text = `${stringify(withValue(['identities', 'default', 'token'], plantedToken))}limts: {}\n`;
    expect(problemsOf(text).map(({ code }) => code)).toEqual(['target.secret-in-file', 'schema.unknown-key']);
  });

  it('is not seen where there is none', () => {
    expect(problemsOf(stringify(document()))).toEqual([]);
  });
});

describe('a target file that is not YAML', () => {
  it.each([
    ['a recognisable secret', `identities: { default: { token: ${plantedToken}\n`],
    ['a secret with a colon', `identities:\n  default:\n    token: ${opaque}: more\n`],
    ['a secret in quotes that do not end', `identities:\n  default:\n    token: "${opaque}\n`],
    ['a secret behind quotes', `identities:\n  default:\n    token: "" ${opaque}\n`],
    ['a secret that looks like an alias', `identities:\n  default:\n    token: *${opaque}\n`],
    ['a secret on a line of its own', `identities:\n  default:\n    token: |\n      ${opaque}\n    profile: "open\n`],
    ['a secret below its key', `identities:\n  default:\n    token:\n      ${opaque}: [\n`],
    ['a secret that stands twice', `token: ${opaque}\ntoken: ${opaque}\n`],
  ])('does not show %s', (_, text) => {
    const path = join(context.homeDirectory, 'broken.yaml');
    writeFileSync(path, text);
    const read = readTargetFile(path, 'broken.yaml');
    expect(read.ok).toBe(false);
    const shown = JSON.stringify(read.ok ? [] : read.problems);
    expect(shown).toContain('broken.yaml');
    expect(shown).not.toMatch(/Battery|0123456789abcdef/);
  });

  it('is still explained', () => {
    const path = join(context.homeDirectory, 'broken.yaml');
    writeFileSync(path, 'identities:\n  default: { token: { env: A }, token: { env: B } }\n');
    const read = readTargetFile(path, 'broken.yaml');
    expect(read.ok ? [] : read.problems).toMatchObject([
      { code: 'yaml.syntax', place: { text: '  default: { token: { env: A }, token: { env: B } }' } },
    ]);
  });
});
