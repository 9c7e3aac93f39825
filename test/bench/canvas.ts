import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { openBrowser } from '../support/browser.ts';
import { connect } from '../e2e/screens/shopWorld.ts';
import { startServe } from '../host/serveProcess.ts';
import { canvasBot } from './canvasBot.ts';
import { type Figure, round } from './figure.ts';
import { drag, type FrameTimes, pan, zoom } from './gestures.ts';

const COUNTS = [50, 200, 800, 1000, 3000];
const VIEW = { width: 1440, height: 900 };
/** Frames come as fast as they are made, so that the time between two of them is what one costs. */
const UNLIMITED = ['--disable-gpu-vsync', '--disable-frame-rate-limit'];
const PLAIN = 'React Flow, default nodes';

interface Side {
  readonly peer?: string;
  url(count: number): string;
  toWorkingZoom(page: Page): Promise<void>;
  toFitAll(page: Page): Promise<void>;
}

/** The canvas in Chromium beside plain React Flow of the same count: opening, frames of gestures, DOM, memory. */
export async function benchCanvas(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-bench-canvas-'));
  const serve = await startServe(['--sandbox', '--data', folder, '--webhook-port', '0']);
  const engine = await connect(serve.first.url);
  const ids = new Map<number, string>();
  for (const count of COUNTS)
    ids.set(count, (await engine.call('bots.import', { text: JSON.stringify(canvasBot(count).bot) })).id);
  const plain = await servePlain(join(folder, 'plain'));
  const own: Side = {
    url: (count) => serve.first.url.replace('/#', `/?at=/flow/${ids.get(count) ?? ''}#`),
    toWorkingZoom: (page) => press(page, 'Control+0'),
    toFitAll: (page) => press(page, 'Shift+Digit1'),
  };
  const peer: Side = {
    peer: PLAIN,
    url: (count) => `${plain.url}?count=${String(count)}`,
    toWorkingZoom: (page) => page.evaluate(() => void window.plainFlow?.setViewport({ x: -300, y: 0, zoom: 1 })),
    toFitAll: (page) => page.evaluate(() => void window.plainFlow?.fitView({ padding: 0.1 })),
  };
  const browser = await openBrowser(UNLIMITED);
  const figures: Figure[] = [];
  for (const count of COUNTS) {
    for (const side of [own, peer]) figures.push(...(await measure(browser, side, count)));
  }
  await browser.close();
  plain.close();
  engine.close();
  await serve.stop();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

async function press(page: Page, keys: string): Promise<void> {
  await page.locator('.react-flow__node').first().focus();
  await page.keyboard.press(keys);
}

async function measure(browser: Browser, side: Side, count: number): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: VIEW, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const figures: Figure[] = [];
  const tell = (name: string, value: number, unit: string, digits = 1): void => {
    const peer = side.peer === undefined ? {} : { peer: side.peer };
    figures.push({ name: `canvas ${String(count)} cards: ${name}`, value: round(value, digits), unit, ...peer });
  };
  const gestures = async (zoomed: string): Promise<void> => {
    for (const [name, gesture] of Object.entries({ pan, drag, zoom })) {
      const times: FrameTimes = await gesture(page);
      tell(`${name} at ${zoomed}, p95 of a frame`, times.p95, 'ms');
    }
  };

  // Once to have the code of the window in the cache, as on a second start.
  await page.goto(side.url(count));
  await interactive(page);
  const began = performance.now();
  await page.goto(side.url(count).replace('#', '&again#'));
  await interactive(page);
  tell('open to interactive', performance.now() - began, 'ms', 0);
  await side.toWorkingZoom(page);
  await settled(page);
  tell('elements at working zoom', await page.evaluate(() => document.querySelectorAll('*').length), 'elements', 0);
  await gestures('working zoom');
  await side.toFitAll(page);
  await settled(page);
  tell('elements with all in view', await page.evaluate(() => document.querySelectorAll('*').length), 'elements', 0);
  await gestures('fit-all');
  const devTools = await context.newCDPSession(page);
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  tell('heap', usedSize / 1_000_000, 'MB');
  await context.close();
  return figures;
}

/** A card is drawn, and the page answers: two frames in a row. */
async function interactive(page: Page): Promise<void> {
  await page.locator('.react-flow__node').first().waitFor({ state: 'visible' });
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** The peer's page, built as a product would be. */
async function servePlain(outDir: string): Promise<{ url: string; close: () => void }> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'plainFlow'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130', reportCompressedSize: false, chunkSizeWarningLimit: 2000 },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    const count = /^\/graph-(\d+)\.json$/.exec(path)?.[1];
    const body = count === undefined ? fileOf(outDir, path) : canvasBot(Number(count)).graph;
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, close: () => server.close() };
}

function fileOf(folder: string, path: string): Buffer | string {
  try {
    return readFileSync(join(folder, path === '/' ? 'index.html' : path));
  } catch {
    return '';
  }
}

declare global {
  interface Window {
    /** Of the peer's page. */
    plainFlow?: {
      setViewport(viewport: { x: number; y: number; zoom: number }): unknown;
      fitView(options: { padding: number }): unknown;
    };
  }
}
