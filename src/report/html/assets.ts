import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed, ok, type Result } from '../../problem/index.js';

/** The script and the style of the report, as the build bundles them. */
export interface Assets {
  readonly script: string;
  readonly style: string;
}

const here = dirname(fileURLToPath(import.meta.url));
/** Beside the compiled code; seen from the sources, in the build of the same checkout. */
const places = [join(here, '..', 'app'), join(here, '..', '..', '..', 'dist', 'report', 'app')];

export function readAssets(folders: readonly string[] = places): Result<Assets> {
  const folder = folders.find((one) => existsSync(join(one, 'report.js')));
  if (folder === undefined) {
    return failed({
      code: 'report.not-built',
      message: 'the script of the HTML report, report/app/report.js, is not in the build',
      fix: 'run `npm run build`, or install gateway-conformance again',
    });
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
  return ok({ script: read('report.js'), style: read('report.css') });
}

/** What the page may do: run this script, wear this style, and nothing else. */
export function policyOf({ script, style }: Assets, assets: 'inline' | 'external'): string {
  const own = (text: string) => (assets === 'external' ? "'self'" : `'sha256-${digest(text)}'`);
  return [
    "default-src 'none'",
    `script-src ${own(script)}`,
    `style-src ${own(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    // No text can become markup, whoever writes it: the script makes elements only.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
