import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { drawBot } from '../support/botBuilder.ts';

/** A cake shop: a menu whose options the customer may name in any way, a question, and a request to the shop's server. */
export function cakes(id: string): Bot {
  return drawBot()
    .variable('phone', 'left')
    .start('hello')
    .node('hello', 'message', { delaySeconds: 3, parts: [{ text: 'Это кондитерская' }] }, { next: 'menu' })
    .also({ name: 'Приветствие' })
    .menu(
      'menu',
      'Что вас интересует?',
      { cat: 'Каталог', del: 'Доставка', ask: 'Где мой заказ?' },
      { after: 'none' },
      { cat: 'cat', del: 'del', ask: 'ask', other: 'unclear' },
    )
    .also({ name: 'Главное меню' })
    .message('cat', 'Медовик 1900', 'menu')
    .also({ name: 'Каталог' })
    .message('del', 'Привезём за день', 'menu')
    .also({ name: 'Доставка' })
    .message('unclear', 'Выберите пункт', 'menu')
    .also({ name: 'Подсказка' })
    .question('ask', 'Ваш телефон?', { answer: 'text', saveTo: 'phone' }, { answered: 'look' })
    .also({ name: 'Телефон' })
    .node(
      'look',
      'http',
      { url: 'https://shop.example/orders?phone={{phone}}', save: { left: 'days' }, sample: { days: 2 } },
      { ok: 'told', error: 'told' },
    )
    .also({ name: 'Заказ в магазине' })
    .message('told', '{{customer.name|Гость}}, осталось дней: {{left}}', 'menu')
    .also({ name: 'Ответ' })
    .command('word', ['бот'], 'menu')
    .build({ id, name: 'Кондитерская', timeZone: 'Asia/Vladivostok' });
}

export interface ChatStudio {
  readonly page: Page;
  readonly chat: Locator;
  /** Everything the window asked of the network since the chat was opened, and everything it complained about. */
  readonly asked: string[];
  readonly surprises: string[];
  say(text: string): Promise<void>;
  block(id: string): Locator;
  look(name: string): Promise<void>;
}

const visitOf = (block: Locator): Promise<string | null> => block.getAttribute('data-visit');

/** T-11 (ux.md, 8): the test shows its path, goes back with its variables, and begins at any block. */
export async function testThePath(studio: ChatStudio): Promise<void> {
  const { page, chat, asked, surprises, say, block, look } = studio;
  await say('Здравствуйте');
  await chat.getByText('Что вас интересует?').waitFor();
  await chat.getByText('печатает 3 с').waitFor();
  for (const [at, id] of ['start', 'hello', 'menu'].entries())
    await expect.poll(() => visitOf(block(id))).toBe(String(at + 1));
  await say('2');
  await chat.getByText('Привезём за день').waitFor();
  await expect.poll(() => visitOf(block('del'))).toBe('4');
  await look('path');

  await chat
    .getByTestId('chat-path')
    .last()
    .getByRole('button', { name: /Доставка/u })
    .click();
  await page.locator('.react-flow__node.selected').and(block('del')).waitFor();
  await expect.poll(() => page.getByTestId('dock').getAttribute('data-tab')).toBe('test');

  await page.getByTestId('chat-input').press('Alt+ArrowUp');
  await chat.getByText('Привезём за день').waitFor({ state: 'detached' });
  await expect.poll(() => visitOf(block('del'))).toBeNull();
  await expect.poll(() => visitOf(block('menu'))).toBe('3');

  await say('3');
  await chat.getByText('Ваш телефон?').waitFor();
  await expect.poll(() => visitOf(block('ask'))).toBe('4');
  const known = page.getByTestId('chat-variables');
  const before = await known.innerText();
  await say('+7 900 000-00-00');
  await chat.getByText('Гость, осталось дней: 2').waitFor();
  await expect.poll(() => known.innerText()).not.toBe(before);
  await page.getByTestId('chat-back').click();
  await expect.poll(() => known.innerText()).toBe(before);

  await page.getByTestId('sim-profile').click();
  await page.getByTestId('sim-customer-name').fill('Ольга');
  await page.keyboard.press('Enter');
  await look('profile');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Показать всё/u }).click();
  await block('told').click({ position: { x: 60, y: 12 } });
  await expect.poll(() => page.getByTestId('dock').getAttribute('data-tab')).toBe('test');
  await block('told').getByRole('button', { name: 'Действия с блоком' }).click();
  await page.getByRole('menuitem', { name: /^Проверить отсюда/u }).click();
  await chat.getByText('Ольга, осталось дней:').waitFor();
  await expect.poll(() => visitOf(block('told'))).toBe('1');
  await expect.poll(() => visitOf(block('start'))).toBeNull();

  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  expect(surprises).toEqual([]);
}
