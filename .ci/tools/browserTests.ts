// usage: node .ci/tools/browserTests.ts [vitest options]    the tests in test/e2e/browser against a real Chromium
import { existsSync } from 'node:fs';
import { vitest } from './vitest.ts';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
if (existsSync(chromium)) {
  process.exitCode = vitest('browser', process.argv.slice(2));
} else {
  console.error(
    `test:browser: no Chromium at ${chromium}. Debian: apt-get install chromium; elsewhere set CHROMIUM to the path of Chromium or Chrome.`,
  );
  process.exitCode = 1;
}
