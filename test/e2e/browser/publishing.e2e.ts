import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { sandboxDesk, type SandboxCustomer } from '../../../engine/cli/sandboxDesk.ts';
import { loadWorld } from '../../../engine/sandbox/worldFile.ts';
import { canvasCopy } from '../../../renderer/copy/canvas.ts';
import { until } from '../../host/liveShop.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { connect, startStudio } from '../screens/shopWorld.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');

/** Asks for a name; what comes after the answer is not connected yet: one error. */
const shop = () =>
  drawBot()
    .start('ask')
    .question('ask', 'Как вас зовут?', { answer: 'text', saveTo: 'name' }, { failed: 'bye' })
    .end('bye', 'Спасибо, до свидания')
    .variable('name')
    .settings({ burstSeconds: 0 })
    .build();

async function countsAre(page: Page, count: number): Promise<void> {
  await page.locator(`[data-testid="problems-count"][data-count="${String(count)}"]`).waitFor();
}
const hears = (customer: SandboxCustomer, text: string): Promise<unknown> =>
  until(text, async () => (await customer.hears()).includes(text));
const runs = (page: Page, words: string): Promise<void> =>
  page.getByTestId('bot-state').getByText(words, { exact: true }).waitFor();

/** Opens a block and gives it other words. */
async function retell(page: Page, block: string, before: string, after: string): Promise<void> {
  await page.getByTestId(`block-${block}`).click({ position: { x: 120, y: 18 } });
  await page.getByTestId('tab-block').click();
  const field = page.getByTestId('dock').locator('textarea').first();
  await expect.poll(() => field.inputValue()).toBe(before);
  await field.fill(after);
}

test('an author publishes to testers, then to all, nobody is cut off, and all of it can be taken back', async () => {
  mkdirSync(OUTPUT, { recursive: true });
  const folder = tempFolder();
  const serve = await startStudio(folder, 'ru');
  onTestFinished(() => serve.kill());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const surprises: string[] = [];
  page.on('pageerror', (error) => surprises.push(error.message));
  page.on('console', (message) => message.type() === 'error' && surprises.push(message.text()));
  const shot = (name: string): Promise<unknown> => page.screenshot({ path: join(OUTPUT, `publishing-${name}.png`) });

  const engine = await connect(serve.first.url);
  const { id } = await engine.call('bots.import', { text: JSON.stringify(shop()) });
  engine.close();
  const token = await until('the sandbox has kept its world', () => loadWorld(join(folder, 'sandbox.json'))?.token);
  const desk = sandboxDesk({ url: new URL(serve.first.sandboxUrl ?? '').origin, token });
  const [anna, boris] = await Promise.all(['Анна', 'Борис'].map((name) => desk.customer(name)));
  if (anna === undefined || boris === undefined) throw new Error('two customers are expected');

  // The same number everywhere.
  await page.goto(serve.first.url);
  await page.getByTestId(`bot-row-${id}`).locator('[data-testid="row-problems"][data-count="1"]').waitFor();
  await runs(page, 'Бот: черновик');
  await page.getByTestId(`bot-row-${id}`).getByRole('button').first().click();
  await page.getByTestId('block-kind-start').waitFor();
  await countsAre(page, 1);
  const sentence = await page.getByTestId('problem-E-OUT').first().innerText();

  // One error: refused in the same words, and the way to it.
  await page.getByTestId('publish').click();
  await page.locator('[data-testid="publish-problems"][data-count="1"]').waitFor();
  const refused = await page.getByRole('dialog').getByRole('listitem').first().locator('span').first().innerText();
  expect(sentence).toContain(refused);
  await expect.poll(() => page.getByTestId('publish-confirm').isEnabled()).toBe(false);
  await shot('blocked');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Перейти/u })
    .click();
  await page.locator('.react-flow__node.selected[data-id="ask"]').waitFor();

  // It is put right, and published: for test contacts, unless somebody says otherwise.
  await page.getByTestId('out-ask-answered').click();
  await page.getByTestId('block-bye').click({ position: { x: 120, y: 18 } });
  await shot('connected');
  await countsAre(page, 0);
  await page.getByTestId('publish').click();
  await page.getByTestId('publish-changes').getByText('Это первая публикация.').waitFor();
  await expect.poll(() => page.getByTestId('audience-test').getAttribute('aria-checked')).toBe('true');
  await shot('testers');
  await page.getByTestId('publish-confirm').click();
  await runs(page, 'Бот: тест (v1)');
  await page.getByTestId('draft-pill').getByText('Тест v1').waitFor();
  await anna.writes('Добрый день');
  await hears(anna, 'Как вас зовут?');

  // Two edits: counted, told, and shown on the canvas.
  await retell(page, 'ask', 'Как вас зовут?', 'Назовите имя, пожалуйста');
  await retell(page, 'bye', 'Спасибо, до свидания', 'Спасибо, ждём вас');
  await page.locator('[data-testid="draft-pill"][data-changes="2"]').waitFor();
  await page.getByTestId('draft-pill').getByText('Черновик · 2 изменения').click();
  const changes = page.getByTestId('publish-changes').getByRole('listitem');
  await expect.poll(() => changes.count()).toBe(2);
  const told = await changes.allInnerTexts();
  expect(told[0]).toContain('Назовите имя, пожалуйста');
  expect(told[1]).toContain('Спасибо, ждём вас');
  await page.getByTestId('show-on-canvas').click();
  await page.getByTestId('compare-bar').waitFor();
  await expect.poll(() => page.getByTestId('change-block-changed').count()).toBe(2);
  await expect.poll(() => page.getByTestId('compare-list').getByRole('listitem').allInnerTexts()).toEqual(told);
  await shot('compare');
  await page.getByTestId('compare-close').click();
  await page.getByTestId('compare-bar').waitFor({ state: 'detached' });

  // To everybody, while Anna is in the middle.
  await page.getByTestId('publish').click();
  await page.getByTestId('audience-all').click();
  await page.getByTestId('publish-waiting').getByText('1 человек').first().waitFor();
  await shot('all');
  await page.getByTestId('publish-confirm').click();
  await runs(page, 'Бот: песочница (v2)');
  // The word, and its button, stay for as long as the mouse is on them.
  await page.getByText('Версия 2 работает. 1 человек в разговоре закончит на версии 1.').hover();
  await shot('published');

  // Two clicks take it back.
  await page.getByRole('button', { name: 'Откатить' }).click();
  await shot('rollback');
  await page.getByTestId('rollback-confirm').click();
  await runs(page, 'Бот: тест (v1)');

  // And two bring it again, from the list.
  await page.getByTestId('draft-pill').click();
  await page.getByRole('tab', { name: 'Версии' }).click();
  await page.getByTestId('version-2').getByRole('button', { name: 'Откатить' }).click();
  await page.getByTestId('rollback-confirm').click();
  await runs(page, 'Бот: песочница (v2)');
  await boris.writes('Добрый день');
  await hears(boris, 'Назовите имя, пожалуйста');
  await anna.writes('Анна');
  await hears(anna, 'Спасибо, до свидания');
  await boris.writes('Борис');
  await hears(boris, 'Спасибо, ждём вас');

  // The first one to look at: nothing can be changed, and that is said; it can be tried and restored.
  await page.getByTestId('draft-pill').click();
  await page.getByRole('tab', { name: 'Версии' }).click();
  await page.getByTestId('version-1').getByRole('button', { name: 'Посмотреть' }).click();
  await page
    .getByTestId('version-bar')
    .getByText(/^Версия 1 от /u)
    .waitFor();
  await page.getByTestId('block-bye').click({ position: { x: 120, y: 18 } });
  await page.keyboard.press('Delete');
  await page.getByText(canvasCopy.ru.saidReadOnly).first().waitFor();
  await expect.poll(() => page.getByTestId('block-bye').count()).toBe(1);
  await shot('viewing');
  await page.getByTestId('tab-test').click();
  await page.getByTestId('chat-input').fill('привет');
  await page.getByTestId('chat-input').press('Enter');
  await page
    .getByTestId('chat-log')
    .getByRole('paragraph')
    .filter({ hasText: /^Как вас зовут\?$/u })
    .waitFor();
  await page.getByTestId('version-restore').click();
  await page.getByText(/^Черновик теперь как версия 1/u).hover();
  await page.locator('[data-testid="draft-pill"][data-changes="2"]').waitFor();
  await page.getByRole('button', { name: 'Отменить', exact: true }).last().click();
  await page.getByTestId('draft-pill').getByText('Песочница v2').waitFor();

  // Asked for on the phrases, it is looked at on the canvas all the same, where the way back is.
  await page.goto(`${new URL(page.url()).origin}/?at=/phrases/${id}`);
  await page.getByTestId('draft-pill').getByText('Песочница v2').click();
  await page.getByRole('tab', { name: 'Версии' }).click();
  await page.getByTestId('version-1').getByRole('button', { name: 'Посмотреть' }).click();
  await page
    .getByTestId('version-bar')
    .getByText(/^Версия 1 от /u)
    .waitFor();
  await page.getByTestId('block-bye').waitFor();
  await page.getByTestId('version-close').click();
  await page.getByTestId('draft-pill').getByText('Песочница v2').waitFor();
  expect(surprises).toEqual([]);
});
