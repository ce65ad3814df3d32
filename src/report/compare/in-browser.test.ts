import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const bundle = (name: string) =>
  build({
    entryPoints: [join(import.meta.dirname, name)],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });

describe('what a page that runs in a browser needs of a comparison', () => {
  it.each([
    'compared-run.ts',
    'compare-runs.ts',
    'change-groups.ts',
    'change-words.ts',
    'change-table.tsx',
    'remarks.ts',
  ])('needs no part of Node: %s', async (name) => {
    expect((await bundle(name)).outputFiles).toHaveLength(1);
  });

  it('would be noticed if it did', async () => {
    await expect(bundle('render-html.tsx')).rejects.toThrow('node:crypto');
  });
});
