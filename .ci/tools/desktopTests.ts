// usage: node .ci/tools/desktopTests.ts [vitest options]    the tests in test/e2e/desktop against a real Electron window
// DIALOGRAM_APP=out/linux-unpacked/dialogram drives the packed app instead of this checkout.
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { electronExecutable, hasDisplay } from '../../electron/findDesktop.ts';
import { ROOT } from './targets.ts';
import { vitest } from './vitest.ts';

const missing = whatIsMissing();
if (missing === undefined) {
  const wrapper = hasDisplay(process.platform, process.env) ? [] : ['xvfb-run', '-a'];
  process.exitCode = vitest('desktop', process.argv.slice(2), wrapper);
} else {
  console.error(`test:desktop: ${missing}`);
  process.exitCode = 1;
}

function whatIsMissing(): string | undefined {
  const packed = process.env['DIALOGRAM_APP'];
  if (packed !== undefined && !existsSync(resolve(ROOT, packed))) {
    return `no packed app at ${packed}. Run \`npm run pack\` first.`;
  }
  if (packed === undefined && electronExecutable(ROOT, process.env) === undefined) {
    return 'no Electron here. Run `node_modules/.bin/node test/support/electronRuntime.mjs` (Linux), or `npm start` once with a network.';
  }
  if (!hasDisplay(process.platform, process.env) && !onPath('xvfb-run')) {
    return 'no display, and no xvfb-run to make one. Debian: apt-get install xvfb xauth.';
  }
  return undefined;
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
