// @ts-check
// Bundles the browser's part of the HTML report: one script and one style sheet, read when a report is rendered.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const path = (/** @type {string} */ file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const target = ['chrome110', 'firefox115', 'safari16.4'];

/**
 * @param {string} entry
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(entry, options) {
  const { outputFiles } = await build({
    entryPoints: [path(`src/report/app/${entry}`)],
    bundle: true,
    write: false,
    platform: 'browser',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // The script stands within a page: control characters and the like stay escapes.
    charset: 'ascii',
    legalComments: 'none',
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}

const script = await bundle('main.tsx', { format: 'iife', minify: true, target });
const style = await bundle('style.ts', { format: 'esm' });
const { reportStyle } = await import(`data:text/javascript,${encodeURIComponent(style)}`);
const sheet = await transform(reportStyle, { loader: 'css', minify: true, target });
// Browsers leave out what they cannot read, and say nothing.
if (sheet.warnings.length > 0) throw new Error(sheet.warnings.map(({ text }) => text).join('\n'));

mkdirSync(path('dist/report/app'), { recursive: true });
writeFileSync(path('dist/report/app/report.js'), script);
writeFileSync(path('dist/report/app/report.css'), sheet.code);
