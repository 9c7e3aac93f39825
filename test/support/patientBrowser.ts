import type { Browser, BrowserContext, Page } from 'playwright-core';

/**
 * How many times slower than this machine a window computes: `SLOW=6 npm run test:browser -- undo`. Races that hide from a
 * quick machine show themselves.
 */
const RATE = Number(process.env['SLOW'] ?? '1');
/** The longest wait for one thing (ms): what is on its way comes on a machine that is busy with others too. */
const PATIENCE_MS = 45_000;

/** The same browser; its windows are waited for patiently, and with `SLOW` in the environment they have a slow processor. */
export function patientBrowser(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => patientContext(await newContext(options));
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (options) => patientPage(await newPage(options));
  return browser;
}

function patientContext(context: BrowserContext): BrowserContext {
  context.setDefaultTimeout(PATIENCE_MS);
  const newPage = context.newPage.bind(context);
  context.newPage = async () => patientPage(await newPage());
  return context;
}

/** The same window, slow before the first line of the product runs in it. */
export async function patientPage(page: Page): Promise<Page> {
  page.setDefaultTimeout(PATIENCE_MS);
  if (RATE > 1) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: RATE });
  }
  return page;
}
