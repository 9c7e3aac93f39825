// usage: node .ci/tools/browserTests.ts [--all-screens] [vitest options]    the tests in test/e2e/browser against a real Chromium
// With --all-screens every screen is also looked at with the interface at 125 %, in both themes and languages.
import { existsSync } from 'node:fs';
import { vitest } from './vitest.ts';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const options = process.argv.slice(2).filter((option) => option !== '--all-screens');
if (options.length < process.argv.length - 2) process.env['ALL_SCREENS'] = 'yes';
if (existsSync(chromium)) {
  process.exitCode = vitest('browser', options);
} else {
  console.error(
    `test:browser: no Chromium at ${chromium}. Debian: apt-get install chromium; elsewhere set CHROMIUM to the path of Chromium or Chrome.`,
  );
  process.exitCode = 1;
}
