import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { lineWords } from '../../../renderer/explore/lineWords.ts';
import { cakeShop } from '../../support/botBuilder.ts';

const bot = cakeShop()
  .node('ask', 'http', { method: 'GET', url: 'https://shop.example/' }, { ok: 'about' })
  .also({ name: 'Остатки' })
  .node('coin', 'split', {
    branches: [
      { id: 'a', label: 'Орёл', weight: 50 },
      { id: 'b', label: 'Решка', weight: 50 },
    ],
  })
  .also({ name: 'Монета' })
  .build({ variables: [{ id: 'city', label: 'Город', type: 'text' }] });

beforeEach(() => setLanguage('ru'));

test.for([
  ['Здравствуйте', 'customer', 'Здравствуйте'],
  ['//start', 'customer', '/start'],
  ['/operator Здравствуйте, это Анна', 'operator', 'Здравствуйте, это Анна'],
  ['/advance 30m', 'time', 'Прошло 30 мин'],
  ['/advance 1h 30m', 'time', 'Прошло 1 ч 30 мин'],
  ['/advance 2d', 'time', 'Прошло 2 дн'],
  ['/manager st_human', 'world', 'Сотрудник взял диалог: статус «Диалог с оператором»'],
  ['/manager в работе', 'world', 'Сотрудник вернул диалог боту: статус «В работе»'],
  ['/manager st_order', 'world', 'Сотрудник сменил статус: «Хочу заказать»'],
  ['/manager Новый', 'world', 'Сотрудник сменил статус: «Новый»'],
  ['/take', 'world', 'Сотрудник взял диалог'],
  ['/return', 'world', 'Сотрудник вернул диалог боту'],
  ['/new', 'world', 'Пишет новый клиент'],
  ['/refuse', 'world', 'Umnico отказывает боту'],
  ['/accept', 'world', 'Umnico больше не отказывает'],
  ['/channel vk_group', 'world', 'Клиент пишет сюда: ВКонтакте'],
  ['/channel avito', 'world', 'Клиент пишет сюда: avito'],
  ['/image https://example.org/photo.jpg', 'world', 'Клиент прислал картинку'],
  ['/file https://example.org/a.pdf вот договор', 'world', 'Клиент прислал файл: вот договор'],
  ['/set city Тверь', 'world', 'О клиенте известно: «Город» — Тверь'],
  ['/http ask "error"', 'world', 'Сервер не отвечает блоку «Остатки»'],
  ['/http ask 500', 'world', 'Сервер отвечает блоку «Остатки» кодом 500'],
  ['/http ask {"left":3}', 'world', 'Сервер отвечает блоку «Остатки»: {"left":3}'],
  ['/http main/ask {"status":404,"body":"нет"}', 'world', 'Сервер отвечает блоку «Остатки» кодом 404'],
  ['/choose coin b', 'world', 'В блоке «Монета» выпадает «Решка»'],
  ['/choose gone b', 'world', 'В блоке «gone» выпадает «b»'],
  ['/constructor', 'world', '/constructor'],
  ['/advance soon', 'time', '/advance soon'],
] as const)('%s', ([line, by, text]) => {
  expect(lineWords(line, bot)).toEqual({ by, text });
});

test('a long reply of a server is shortened', () => {
  const { text } = lineWords(`/http ask {"about":"${'торт '.repeat(100)}"}`, bot);
  expect(text.length).toBeLessThan(130);
  expect(text.endsWith('…')).toBe(true);
});
