import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Journal } from '../../journal/index.js';
import { hostileEvents } from '../../journal/testing/hostile-journal.js';
import { journalOf } from '../../journal/testing/make-events.js';
import { sampleEvents } from '../../journal/testing/sample-journal.js';
import { sampleMatrix } from '../../journal/testing/sample-matrix.js';
import { sampleRun } from '../../journal/testing/sample-plan.js';
import { assess } from '../assessment.js';
import { afterJournal, beforeJournal } from '../compare/testing/sample-runs.js';
import { renderHtml } from '../html/index.js';
import { pageOf } from '../html/testing/page.js';
import { formatPlace, pageNames, start } from './state/place.js';
import { chromiumPath, noBrowser, openBrowser, openPage } from './testing/browser.js';
import { manyInstances } from './testing/many-instances.js';

let browser: Browser;
let folder: string;

/** The address of a report of these journals. */
function report(...journals: readonly Journal[]): string {
  const path = join(folder, `${journals.length}-${Math.random()}.html`);
  writeFileSync(path, pageOf(journals.map((journal) => assess(journal))));
  return String(pathToFileURL(path));
}

const sample = journalOf(sampleEvents, sampleRun);
const hostile = journalOf(hostileEvents());

const rows = (page: Page) => page.locator('table.instances tr[data-row]');
const idsShown = (page: Page) => rows(page).locator('a').allInnerTexts();

describe.skipIf(chromiumPath === undefined)(`in a browser (else skipped: ${noBrowser})`, { concurrent: true }, () => {
  let sampleUrl: string;
  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'report-app-'));
    sampleUrl = report(sample);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('opens from a file and asks for nothing else', async () => {
    const { page, troubles } = await openPage(browser, sampleUrl);
    expect(await page.title()).toBe('The gate fails: gate on staging-westeurope');
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual(['✗ The gate fails']);
    for (const name of pageNames) await page.goto(`${sampleUrl}#/${name}`);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('filters by counters and by search, and keeps both in the address', async () => {
    const { page, troubles } = await openPage(browser, sampleUrl);
    await page.getByRole('button', { name: /^2\s.*failed$/ }).click();
    await page.getByRole('button', { name: /^1\s.*error$/ }).click();
    expect(await idsShown(page)).toEqual(['naming.bare-equals-fqn', 'permissions.no-execute[api=chat]', 'chat.stream']);
    expect(await page.getByRole('status').first().innerText()).toBe('3 of 14 instances');
    await page.getByRole('searchbox').fill('s:failed req:PERM-*');
    await page.waitForURL(/#\/instances\?q=s%3Afailed\+req%3APERM-\*$/);
    expect(await idsShown(page)).toEqual(['permissions.no-execute[api=chat]']);
    await page.reload();
    await rows(page).first().waitFor();
    expect(await idsShown(page)).toEqual(['permissions.no-execute[api=chat]']);
    expect(await page.getByRole('searchbox').inputValue()).toBe('s:failed req:PERM-*');
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('tells of an instance what was wrong, what asked for it, and how to see it again', async () => {
    const { page, troubles } = await openPage(browser, `${sampleUrl}#/instances?q=s:failed`);
    await page.getByRole('link', { name: 'naming.bare-equals-fqn' }).click();
    await page.getByRole('heading', { level: 1, name: 'naming.bare-equals-fqn' }).waitFor();
    await page.locator('#app .excerpt mark').waitFor();
    const text = await page.locator('main').innerText();
    for (const part of ['do not answer with the same status', 'expected', 'found', 'NAME-03', '1 of 2'])
      expect(text).toContain(part);
    expect(await page.locator('#app .excerpt mark').innerText()).toContain('equivalent');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as curl' }).first().click();
    await page.getByText('Copied', { exact: true }).first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('curl --globoff');
    await page.getByRole('link', { name: 'Next →' }).click();
    await page.getByRole('heading', { level: 1, name: 'permissions.no-execute[api=chat]' }).waitFor();
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('can be read with the keyboard alone', async () => {
    const { page } = await openPage(browser, sampleUrl);
    await page.keyboard.press('f');
    await rows(page).first().waitFor();
    expect(await idsShown(page)).toHaveLength(3);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.activeElement?.textContent === 'permissions.no-execute[api=chat]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'permissions.no-execute[api=chat]' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 1, name: 'chat.stream' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Instances' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type(' chat.stream');
    await page.waitForFunction(() => document.querySelectorAll('tr[data-row]').length === 1);
    await page.close();
  });

  it('compares two runs, each way, and leads to the instances of both', async () => {
    const { page, troubles } = await openPage(browser, report(beforeJournal, afterJournal));
    await page.getByRole('link', { name: 'Compare with staging' }).click();
    const heading = (name: string) => page.getByRole('heading', { level: 2, name });
    await heading('New failures 2').waitFor();
    expect(await page.locator('main h2').count()).toBe(12);
    await page.getByRole('button', { name: /^1\s.*Drifted$/ }).click();
    await page.waitForURL(/#\/compare\?run=2&against=1&only=drifted$/);
    expect(await page.locator('main h2').allInnerTexts()).toEqual(['Drifted 1']);
    expect(await page.locator('main tbody').innerText()).toMatch(/errors\.unknown-model[\s\S]*404 → 400/);
    await page.emulateMedia({ media: 'print' });
    expect(await heading('Drifted 1').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('combobox', { name: 'From' }).selectOption({ index: 1 });
    await page.getByText('400 → 404').waitFor();
    await page.getByRole('button', { name: /^1\s.*Drifted$/ }).click();
    const fixed = page.locator('section#fixed');
    await fixed.getByRole('link', { name: 'permissions.denied[model=private]' }).click();
    await page.getByRole('heading', { level: 1, name: 'permissions.denied[model=private]' }).waitFor();
    await page.waitForURL(/#\/instance\?id=permissions\.denied%5Bmodel%3Dprivate%5D$/);
    await page.goBack();
    await fixed.getByRole('link', { name: 'failed' }).first().click();
    await page.waitForURL(/denied%5Bmodel%3Dprivate%5D&run=2$/);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('lets hostile text do nothing', async () => {
    const url = report(hostile, sample);
    const { page, troubles } = await openPage(browser, url);
    const ids = hostile.instances.map(({ id }) => formatPlace({ ...start, page: 'instance', instance: id }).slice(2));
    for (const place of [...pageNames.filter((name) => name !== 'instance'), ...ids]) {
      await page.goto(`${url}#/${place}`);
      if (place.startsWith('instance?')) await page.locator('#spec').waitFor();
      const { markup, text } = await page.evaluate(() => ({
        markup: document.querySelectorAll('#app :is(script, img, iframe, object, [onerror], [onload])').length,
        text: document.querySelector('#app')?.textContent ?? '',
      }));
      expect(markup).toBe(0);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it.each([
    ['light', undefined],
    ['dark', ['color-contrast']],
  ] as const)('is accessible on every page (%s)', async (colorScheme, rules) => {
    const url = report(sample, sampleMatrix);
    const { page } = await openPage(browser, url, { colorScheme });
    await page.evaluate(axe.source);
    const ids = ['naming.bare-equals-fqn', 'chat.stream', 'naming.fqn[api=chat,route=workspace-header]'];
    const places = [
      ...pageNames.filter((name) => name !== 'instance' && name !== 'proof'),
      ...ids.map((id) => `instance?id=${encodeURIComponent(id)}`),
      'grants?run=2',
    ];
    const found: string[] = [];
    for (const place of places) {
      await page.goto(`${url}#/${place}`);
      if (place.startsWith('instance?')) await page.locator('#spec').waitFor();
      if (place === 'compare') await page.locator('table.changes').first().waitFor();
      found.push(...(await violations(page, rules)).map((violation) => `${place}: ${violation}`));
    }
    expect(found).toEqual([]);
    await page.close();
  });

  it('keeps 10,000 instances small and quick to search', async () => {
    const html = pageOf([assess(manyInstances(10_000))]);
    expect(html.length).toBeLessThan(3 * 1024 * 1024);
    const path = join(folder, 'many.html');
    writeFileSync(path, html);
    const { page, troubles } = await openPage(browser, `${pathToFileURL(path)}#/instances`);
    const table = page.locator('table.instances');
    expect(await table.getAttribute('aria-rowcount')).toBe('10001');
    expect(await rows(page).count()).toBeLessThan(100);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('tr[aria-rowindex="10001"]').waitFor();
    await page.getByRole('searchbox').fill('s:failed api:chat case-7');
    await page.waitForFunction(() => document.querySelector('table.instances, .empty') !== null);
    await page.getByText(/of 10000 instances$/).waitFor();
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('fits a narrow window', async () => {
    const url = report(sample, sampleMatrix);
    const { page } = await openPage(browser, url, { viewport: { width: 360, height: 800 } });
    const wide: string[] = [];
    for (const name of pageNames) {
      await page.goto(`${url}#/${name}?run=2&id=${encodeURIComponent(sampleMatrix.instances[0]?.id ?? '')}`);
      await page.locator('#app main h1').waitFor();
      if (name === 'compare') await page.locator('table.changes').first().waitFor();
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(name);
    }
    expect(wide).toEqual([]);
    await page.close();
  });

  it('reads without a script, and so it is printed', async () => {
    const { page } = await openPage(browser, sampleUrl, { javaScriptEnabled: false });
    const text = await page.locator('body').innerText();
    for (const part of ['The gate fails', 'naming.bare-equals-fqn', 'curl --globoff', 'Requirements'])
      expect(text).toContain(part);
    await page.close();
    const scripted = await openPage(browser, sampleUrl);
    expect(await scripted.page.locator('#summary').isVisible()).toBe(false);
    await scripted.page.emulateMedia({ media: 'print' });
    expect(await scripted.page.locator('#summary').isVisible()).toBe(true);
    expect(await scripted.page.locator('#app').isVisible()).toBe(false);
    await scripted.page.close();
  });

  it('works under a host that allows no inline script', async () => {
    const files = renderHtml([assess(sample)], { exchanges: 'failed', assets: 'external' });
    const texts = new Map(files.map(({ name, chunks }) => [`/${name}`, [...chunks].join('')]));
    const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
    const server = createServer(({ url = '' }, response) => {
      const type = types[url.split('.').at(-1) as keyof typeof types];
      const policy = "default-src 'none'; script-src 'self'; style-src 'self'";
      response.writeHead(texts.has(url) ? 200 : 404, { 'content-type': type, 'content-security-policy': policy });
      response.end(texts.get(url));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { page, troubles } = await openPage(browser, `http://127.0.0.1:${port}/index.html`);
    expect(await page.locator('h1:visible').innerText()).toBe('✗ The gate fails');
    expect(troubles.filter((trouble) => !/request of .*\/report\.(js|css)$|favicon/.test(trouble))).toEqual([]);
    await page.close();
    server.close();
  });
});

async function violations(page: Page, rules: readonly string[] | undefined): Promise<readonly string[]> {
  return page.evaluate(async (only) => {
    interface Result {
      readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
    }
    const { axe } = globalThis as unknown as {
      readonly axe: { run: (context: string, options: object) => Promise<Result> };
    };
    const quick = { resultTypes: ['violations'] };
    const result = await axe.run('#app', only === undefined ? quick : { ...quick, runOnly: only });
    return result.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 200))
          .join(' | ')}`,
    );
  }, rules);
}
