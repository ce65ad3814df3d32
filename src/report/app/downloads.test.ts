import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalOf } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import { writeReports } from '../write-reports.js';
import { chromiumPath, noBrowser, openBrowser, openPage } from './testing/browser.js';

describe.skipIf(chromiumPath === undefined)(`in a browser (else skipped: ${noBrowser}), the report`, () => {
  let browser: Browser;
  let folder: string;
  let written: readonly string[];
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'report-app-'));
    const result = writeReports(assess(journalOf(sampleEvents, sampleRun)), folder);
    written = result.ok ? result.value : [];
    url = String(pathToFileURL(join(folder, 'index.html')));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('leads to the reports of the run that lie beside it', async () => {
    const { page } = await openPage(browser, url);
    const links = await page.getByText('Beside this file').getByRole('link').allInnerTexts();
    expect([...links, 'index.html'].map((name) => join(folder, name))).toEqual(written);
    await page.close();
  });

  it('gives entries for what failed, for who accepts it', async () => {
    const { page } = await openPage(browser, url);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download entries for known failures' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('known-failures.yaml');
    const entries = readFileSync(await download.path(), 'utf8').split('\n');
    expect(entries.filter((line) => line.includes('instance:'))).toEqual([
      '  - instance: naming.bare-equals-fqn',
      '  - instance: permissions.no-execute[api=chat]',
    ]);
    await page.close();
  });
});
