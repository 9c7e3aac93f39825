import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { blockTitle } from '../../../renderer/nodes/blockTitle.ts';

beforeEach(() => setLanguage('ru'));

test.for<[string, Record<string, unknown>, string]>([
  ['message', { parts: [{ text: 'Заказ на {{ сумма }} ₽\nдо завтра' }] }, 'Заказ на {сумма} ₽'],
  ['set', { assignments: [{ variable: 'скидка', op: '-', value: '{{сумма}} / 10' }] }, '{скидка} − {сумма} / 10'],
  ['set', { assignments: [{ op: '=' }] }, 'Записать значение'],
  ['tags', { add: ['опт', 'Москва'], remove: ['новый'] }, '+ опт, + Москва, − новый'],
  ['tags', {}, 'Теги'],
  ['goal', { name: 'Заказ оформлен', value: '{{сумма}}' }, 'Заказ оформлен'],
  ['goal', { value: '{{сумма}}' }, 'Цель'],
  ['http', { url: 'https://api.shop.ru/orders/{{номер}}' }, 'api.shop.ru/orders/{номер}'],
  ['http', { url: 'https://' }, 'HTTP-запрос'],
  [
    'lead',
    { comment: 'Очень длинный комментарий о том, что заказал клиент' },
    'Очень длинный комментарий о том, что за…',
  ],
])('%s %j is called %s', ([kind, data, title]) => {
  expect(blockTitle({ id: 'n', kind, data })).toBe(title);
});

test('the name of a block goes before what it does', () => {
  expect(blockTitle({ id: 'n', kind: 'goal', name: 'Продажа', data: { name: 'Заказ оформлен' } })).toBe('Продажа');
});
