import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium of this machine: `CHROMIUM_PATH`, or where distributions put it. */
export const chromiumPath = [process.env['CHROMIUM_PATH'] ?? '', ...places].find((path) => existsSync(path));

export const noBrowser = 'no Chromium is here: `apt-get install chromium`, or name one in CHROMIUM_PATH';

export function openBrowser(): Promise<Browser> {
  // Containers and CI images run as root, where the sandbox can't start.
  const args = ['--no-sandbox', '--disable-gpu'];
  return chromium.launch({ args, ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }) });
}

export interface Opened {
  readonly page: Page;
  /** What a page must not do: requests that leave the machine, errors on the console, breaches of its policy, dialogs. */
  readonly troubles: readonly string[];
}

type How = NonNullable<Parameters<Browser['newPage']>[0]>;

export async function openPage(browser: Browser, url: string, how: How = {}): Promise<Opened> {
  const troubles: string[] = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...how });
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.url().split('#')[0] === url.split('#')[0];
    if (!isPage && !request.url().startsWith('blob:')) troubles.push(`request of ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(url);
  if (how.javaScriptEnabled !== false) await page.waitForSelector('#app main h1');
  return { page, troubles };
}
