// usage: node .ci/tools/icons.ts    draws electron/icons/NxN.png from icon.svg with Chromium (the pictures are kept in git)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from './targets.ts';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const folder = join(ROOT, 'electron/icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${String(size)}px;height:${String(size)}px}</style>${svg}`,
    );
    const name = `${String(size)}x${String(size)}.png`;
    await page.screenshot({ path: join(folder, name), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
