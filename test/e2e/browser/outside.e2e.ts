import { expect, test } from 'vitest';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import { drawBot } from '../../support/botBuilder.ts';
import { banners, openDesk } from './desk.ts';

/** A bot of somebody else's: asks a shop with a key, and a till in the own network. */
const FOREIGN = drawBot()
  .start('price')
  .node(
    'price',
    'http',
    {
      url: 'https://api.shop.example/orders?phone={{customer.phone}}&name={{customer.name}}',
      headers: [{ name: 'Authorization', value: 'Bearer {{secret.магазин}}' }],
      sample: '{}',
    },
    { ok: 'till', error: 'bye' },
  )
  .node('till', 'http', { url: 'http://192.168.1.5:8080/till', sample: '{}' }, { ok: 'bye', error: 'bye' })
  .end('bye', 'Готово')
  .build({ id: 'foreign', name: 'Заказы с сайта' });

const OWN = drawBot().start('bye').end('bye', 'До свидания').build({ id: 'own', name: 'Свой' });

test('an author opens a bot from a file: whom it talks to is said at once, and what is missing is a press away', async () => {
  const desk = await openDesk(writeBot(OWN), 'own');
  const page = await desk.open();
  await page.getByRole('navigation').getByText('Сценарии').click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Импортировать' }).first().click(),
  ]);
  const name = 'заказы.dialogram.json';
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(writeBot(FOREIGN)) });

  const dialog = page.getByRole('dialog', { name: 'С кем говорит бот «Заказы с сайта»' });
  await dialog.getByText('Ключа доступа «магазин» на этом компьютере нет').waitFor();
  const shop = dialog.getByTestId('outside-api.shop.example');
  await expect.poll(() => shop.innerText()).toContain('Получит: Телефон клиента, Имя клиента');
  const till = await dialog.getByTestId('outside-192.168.1.5:8080').innerText();
  expect(till).toContain('Адрес в вашей сети закрыт');
  expect(till).toContain('Без шифрования');
  await desk.shot(page, 'outside-review');
  await dialog.getByRole('button', { name: 'К ключам и адресам' }).click();
  await page.getByText('Ключей пока нет').waitFor();

  // Opened once more the file is the bot that is here: nothing new to say.
  await page.goBack();
  await page.getByTestId('block-kind-start').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await banners(page).count()).toBe(0);
});
