import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { cakes, type ChatStudio, testThePath } from '../testPath.ts';
import { axeFindings, clipped, settled } from '../screens/lookOver.ts';
import { connect, startStudio } from '../screens/shopWorld.ts';

const OUTPUT = resolve(import.meta.dirname, '../../output/browser');

async function openStudio(): Promise<ChatStudio> {
  mkdirSync(OUTPUT, { recursive: true });
  const serve = await startStudio(tempFolder(), 'ru');
  onTestFinished(() => serve.kill());
  const engine = await connect(serve.first.url);
  const { id } = await engine.call('bots.create', { template: 'empty', language: 'ru' });
  const { revision } = await engine.call('bots.open', { id });
  await engine.call('bots.save', { id, base: revision, bot: cakes(id) });
  engine.close();
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
  await page.goto(serve.first.url);
  await page.getByTestId(`bot-row-${id}`).waitFor();
  await page.goto(`${new URL(page.url()).origin}/?at=/flow/${id}`);
  await page.getByTestId('block-kind-start').waitFor();
  await page.getByTestId('tab-test').click();
  await page.getByTestId('chat-input').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return {
    page,
    chat: page.getByTestId('chat-log'),
    asked,
    surprises,
    async say(text) {
      await page.getByTestId('chat-input').fill(text);
      await page.getByTestId('chat-input').press('Enter');
    },
    block: (block) => page.getByTestId(`block-${block}`),
    async look(name) {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.locator(`[data-theme="${colorScheme}"]`).waitFor();
        await settled(page);
        await page.screenshot({ path: join(OUTPUT, `chat-${name}-${colorScheme}.png`) });
      }
      surprises.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
      surprises.push(...(await clipped(page)).map((words) => `${name}: does not fit: ${words}`));
    },
  };
}

test('T-11: the test shows its path, goes back with its variables, and begins at any block', async () => {
  await testThePath(await openStudio());
});

test('T-12: an edit while testing neither clears nor restarts the chat, and is taken over when it is told to', async () => {
  const { page, chat, surprises, say, block, look } = await openStudio();
  await say('Здравствуйте');
  await chat.getByText('Что вас интересует?').waitFor();

  for (const [id, text] of [
    ['del', 'Привезём завтра'],
    ['hello', 'Мы печём торты'],
  ] as const) {
    await block(id)
      .getByText(id === 'del' ? 'Доставка' : 'Приветствие')
      .click();
    await expect.poll(() => page.getByTestId('dock').getAttribute('data-tab')).toBe('test');
    await page.getByTestId('tab-block').click();
    await page
      .getByTestId('dock')
      .getByLabel(/^Текст/u)
      .first()
      .fill(text);
    await page.getByTestId('tab-test').click();
    await page.getByTestId('chat-changed').waitFor();
    await chat.getByText('Это кондитерская').waitFor();
  }
  await look('changed');
  await say('2');
  await chat.getByText('Привезём за день').waitFor();
  await page.getByTestId('chat-adopt').click();
  await page.getByTestId('chat-changed').waitFor({ state: 'detached' });
  await say('2');
  await chat.getByText('Привезём завтра').waitFor();
  await chat.getByText('Это кондитерская').waitFor();

  await page.getByTestId('tab-block').click();
  await page
    .getByTestId('dock')
    .getByLabel(/^Текст/u)
    .first()
    .fill('Мы печём торты и пироги');
  await page.getByTestId('tab-test').click();
  await page.getByTestId('chat-replay').click();
  await chat.getByText('Мы печём торты и пироги').waitFor();
  // Both visits of «Доставка» are done again, by the new words.
  await expect.poll(() => chat.getByText('Привезём завтра').count()).toBe(2);
  await expect.poll(() => chat.getByText('Это кондитерская').count()).toBe(0);
  expect(surprises).toEqual([]);
});

test('T-13: customers answer in their own way, and each turn says why', async () => {
  const { page, chat, surprises, say } = await openStudio();
  await say('Здравствуйте');
  await chat.getByText('Что вас интересует?').waitFor();
  const ways = [
    ['2', 'цифра'],
    [' 2. ', 'цифра'],
    ['2️⃣', 'цифра'],
    ['ДОСТАВКА', 'название'],
    ['доствка', 'похоже'],
    ['про доставку', 'слова из названия'],
  ] as const;
  for (const [at, [text, why]] of ways.entries()) {
    await say(text);
    await expect.poll(() => chat.getByText('Привезём за день').count()).toBe(at + 1);
    await expect.poll(() => chat.getByTestId('chat-path').last().innerText()).toContain(why);
  }
  await say('работа');
  await chat.getByText('Выберите пункт').waitFor();
  await expect.poll(() => chat.getByTestId('chat-path').last().innerText()).toContain('другой ответ');
  const said = chat.locator('[data-from="bot"]', { hasText: 'Выберите пункт' });
  await said.getByRole('button', { name: 'Почему бот так ответил?' }).click();
  const card = page.getByRole('dialog', { name: 'Почему бот так ответил' });
  await card.getByText('Клиент написал: «работа»').waitFor();
  await card.getByText('Не подошло ничего: выход «Другой ответ»').waitFor();
  await card.getByText('Сказал блок «Подсказка»').waitFor();
  expect(surprises).toEqual([]);
});

describe('the test chat', () => {
  test('keeps two talks, tells the time of the bot, and asks a real server only when told to', async () => {
    const { page, chat, asked, surprises, say, look } = await openStudio();
    await say('Здравствуйте');
    await chat.getByText('Что вас интересует?').waitFor();
    // Ten hours ahead of Greenwich, wherever this test runs.
    const there = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Vladivostok' });
    const minutes = [there.format(Date.now() - 60_000), there.format(Date.now())];
    const clock = await page.getByTestId('sim-clock').innerText();
    expect(minutes.some((time) => clock.endsWith(time))).toBe(true);

    await say('1');
    await chat.getByText('Медовик 1900').waitFor();
    const first = chat.locator('[data-from="customer"]', { hasText: 'Здравствуйте' });
    await first.hover();
    await chat.locator('[data-from="bot"]').nth(1).hover();
    await chat
      .locator('[data-from="bot"]')
      .nth(1)
      .getByRole('button', { name: 'Другой разговор с этого места' })
      .click();
    await page.getByTestId('talk-2').waitFor();
    await chat.getByText('Медовик 1900').waitFor({ state: 'detached' });
    await say('2');
    await chat.getByText('Привезём за день').waitFor();
    await look('fork');
    await page.getByTestId('talk-1').click();
    await chat.getByText('Медовик 1900').waitFor();
    await expect.poll(() => chat.getByText('Привезём за день').count()).toBe(0);

    await say('3');
    await say('+7 900');
    await chat.getByText('ответ-образец, запрос не отправлен').waitFor();
    await page.getByTestId('chat-more').click();
    await page.getByRole('menuitem', { name: 'Настоящие HTTP-запросы' }).click();
    await say('3');
    await say('+7 901');
    // There is no such server: the bot is told so, as it would be told with a customer.
    await chat.getByText(/настоящий запрос: сервер не найден/u).waitFor();
    await chat.getByText('Подробнее').click();
    await look('request');
    expect(asked).toEqual([]);
    expect(surprises).toEqual([]);
  });

  test('becomes a check, and the checks are painted on the canvas in figures and words', async () => {
    const { page, chat, surprises, say, block, look } = await openStudio();
    await say('Здравствуйте');
    await say('2');
    await chat.getByText('Привезём за день').waitFor();
    await page.getByTestId('chat-more').click();
    await page.getByRole('menuitem', { name: 'Сохранить как проверку…' }).click();
    await page.getByTestId('check-keep').click();
    await page.getByTestId('chat-more').click();
    await page.getByRole('menuitem', { name: 'Проверки бота' }).click();
    await page.getByTestId('checks-run').click();
    await page.getByTestId('checks-sum').getByText('Прошло 1 из 1.').waitFor();
    await page.getByRole('dialog').getByRole('switch').click();
    await look('checks');
    await page.keyboard.press('Escape');
    await page.getByTestId('cover-bar').getByText('Пройдено блоков: 4 из').waitFor();
    await block('del').getByTitle('через блок прошла 1 проверка').waitFor();
    await block('cat').getByTitle('не пройден ни одной проверкой').first().waitFor();
    await look('painted');
    await page.getByRole('button', { name: 'Убрать с холста' }).click();
    await block('del').and(page.locator('[data-visit]')).waitFor();
    expect(surprises).toEqual([]);
  });
});
