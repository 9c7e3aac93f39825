import { openBrowser } from '../support/browser.ts';
import { startEngine } from './engineProcess.ts';
import { fakeAccount } from './fakeAccount.ts';
import { round, type Figure } from './figure.ts';
import { menuBot } from './menuBot.ts';

const RUNS = 5;

/** From starting the program to a bot drawn on the canvas of a browser that is already open: median of five. */
export async function benchColdStart(): Promise<Figure[]> {
  const account = await fakeAccount();
  const browser = await openBrowser();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    const engine = await startEngine({ account, bot: menuBot });
    const page = await browser.newPage();
    await page.goto(engine.first.url.replace('/#', '/?at=/flow/bench#'));
    await page.waitForSelector('.react-flow__node');
    times.push(performance.now() - began);
    await page.close();
    await engine.stop();
  }
  await browser.close();
  await account.close();
  times.sort((a, b) => a - b);
  return [
    { name: 'cold start to a drawn bot, headless', value: round(times[Math.floor(RUNS / 2)] ?? 0, 0), unit: 'ms' },
  ];
}
