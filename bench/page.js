// @ts-check
// Opens an HTML report in Chromium: how soon something is painted, the app is there, and a search is answered.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const places = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = places.find((path) => existsSync(path));
if (executablePath === undefined) process.stdout.write('null\n');
else {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(join(process.argv[2] ?? 'reports', 'index.html'))}#/instances`);
  await page.waitForSelector('tr[data-row]');
  const times = await page.evaluate(async () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const app = performance.now();
    const input = document.querySelector('input');
    if (input === null) throw new Error('the page has no search');
    const asked = performance.now();
    input.value = 'number 42 s:passed';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return { paint, app, search: performance.now() - asked };
  });
  await browser.close();
  process.stdout.write(`${JSON.stringify(times)}\n`);
}
