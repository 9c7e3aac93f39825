import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { patientBrowser } from './patientBrowser.ts';

/** Where Chromium is expected: `CHROMIUM`, or Debian's place. `.ci/tools/browserTests.ts` says so when it is not there. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

// It asks nobody outside: its background connections would only fail on a closed network.
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium, driven by the caller, who closes it. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}`);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...asRoot, ...QUIET, ...flags] });
  return patientBrowser(browser);
}
