import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { copyOf } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { useLearner } from '../../../renderer/phrases/learning/learner.ts';
import { startScriptedEngine } from '../bridge/scriptedEngine.ts';
import { line, list, openPhrases, phrasesOf, topic, topics } from './openPhrases.tsx';

const shop = () => [
  topic(
    'delivery',
    'Доставка',
    'вы доставляете за город',
    'доставка платная',
    'можно доставку на завтра',
    'доставите сегодня вечером',
    'во сколько приедет курьер',
    'сколько стоит доставка',
  ),
  topic(
    'price',
    'Цена',
    'какая цена букета',
    'почём розы',
    'пришлите прайс',
    'цена на тюльпаны',
    'назовите цену роз',
    'сколько стоит доставка',
  ),
];
const result = () => within(screen.getByTestId('try-result'));

test('a phrase that is tried tells its topic, the words that decided and the nearest phrases', async () => {
  const user = openPhrases(shop());
  await user.type(screen.getByTestId('try-phrase'), 'а доставкаа за город есть?');
  await waitFor(() => expect(screen.getByTestId('try-corrected').textContent).toContain('доставка за город'));
  expect(result().getAllByRole('listitem')[0]?.textContent).toContain('Доставка');
  const words = screen.getByTestId('try-words').textContent;
  expect(words).toMatch(/доставка|город/u);
  expect(words).toMatch(/в \d фраз(?:е|ах) темы/u);
  await user.click(within(screen.getByTestId('try-nearest')).getByText(/вы доставляете за город/u));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('вы доставляете за город'));
});

test('what has no words of any topic is said to be so, and a phrase that was tried can be learned at once', async () => {
  const user = openPhrases(shop());
  await user.type(screen.getByTestId('try-phrase'), '12345');
  expect(await screen.findByText('Здесь нет слов, по которым узнают тему.')).toBeTruthy();
  await user.clear(screen.getByTestId('try-phrase'));
  await user.type(screen.getByTestId('try-phrase'), 'во что обойдётся букет');
  await user.click(await screen.findByTestId('teach'));
  await user.click(await screen.findByRole('menuitem', { name: 'Добавить в «Цена»' }));
  expect(phrasesOf('price').at(-1)).toBe('во что обойдётся букет');
});

test('the same phrase in two topics is told beside it in both, and taken away in one', async () => {
  const user = openPhrases(shop());
  const note = list().getByTestId('note-twin');
  expect(note.textContent).toBe('есть и в «Цена»');
  expect(screen.getByTestId('topic-price').querySelector('[role="img"]')?.getAttribute('aria-label')).toBe(
    '1 фраза есть и в другой теме',
  );
  const row = note.closest<HTMLElement>('[role="row"]');
  row?.focus();
  await user.keyboard('{Shift>}{F10}{/Shift}');
  await user.click(await screen.findByRole('menuitem', { name: /^Удалить здесь/u }));
  expect(phrasesOf('delivery')).not.toContain('сколько стоит доставка');
  await waitFor(() => expect(screen.queryByTestId('note-twin')).toBeNull());
});

test('the bot tells how many phrases it would know unseen, and «Смелее» is kept in the settings and taken back', async () => {
  const user = openPhrases(shop());
  const known = () => Number(/\d+/u.exec(screen.getByTestId('quality-known').textContent)?.[0]);
  await waitFor(() => expect(screen.getByTestId('quality-known').textContent).toMatch(/Бот узнаёт \d+ из 12 фраз/u));
  const parts = () =>
    within(screen.getByTestId('quality-parts'))
      .getAllByRole('listitem')
      .map(({ textContent }) => parseInt(textContent, 10));
  expect(parts().reduce((sum, part) => sum + part, 0)).toBe(12);
  const usual = known();
  await user.click(screen.getByRole('button', { name: 'Смелее' }));
  expect(useEditor.getState().bot.settings?.caution).toBe('bold');
  expect(known()).toBeGreaterThanOrEqual(usual);
  await user.click(screen.getByRole('button', { name: 'Обычно' }));
  expect(useEditor.getState().bot.settings).not.toHaveProperty('caution');
  expect(known()).toBe(usual);
});

test('a phrase that was deleted is counted no longer, even before the bot tries itself again', async () => {
  const user = openPhrases(shop());
  await waitFor(() => expect(screen.getByTestId('quality-known').textContent).toMatch(/из 12 фраз$/u));
  useLearner.setState({ learn: () => () => undefined });
  line('доставка платная').focus();
  await user.keyboard('{Delete}');
  expect(screen.getByTestId('quality-known').textContent).toMatch(/из 11 фраз$/u);
});

test('of twenty-one phrases', () => {
  const t = copyOf('phrases', 'ru');
  expect([1, 2, 21, 25].map((count) => t('quality.known', { known: 1, count }))).toEqual([
    'Бот узнаёт 1 из 1 фразы',
    'Бот узнаёт 1 из 2 фраз',
    'Бот узнаёт 1 из 21 фразы',
    'Бот узнаёт 1 из 25 фраз',
  ]);
});

test('where the bot could not learn, a tried phrase says so, with the way to try again', async () => {
  const user = openPhrases(shop());
  const { learn } = useLearner.getState();
  useLearner.setState({
    learn(_, tell) {
      tell({ stage: 'failed' });
      return () => undefined;
    },
  });
  await user.type(screen.getByTestId('try-phrase'), 'почём розы');
  const told = await screen.findByTestId('try-failed');
  expect(told.textContent).toContain('Бот ещё не выучил фразы');
  act(() => useLearner.setState({ learn }));
  await user.click(within(told).getByRole('button', { name: 'Повторить' }));
  expect(await screen.findByTestId('try-result')).toBeTruthy();
  expect(screen.queryByTestId('try-failed')).toBeNull();
});

test('ready-made topics come as ordinary ones in one step; one the bot has gets what it lacks', async () => {
  const user = openPhrases([topic('own', 'Доставка', 'сколько стоит доставка')]);
  await user.click(screen.getByTestId('ready-topics'));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: 'Доставка' }));
  await user.click(dialog.getByRole('checkbox', { name: 'Оплата' }));
  await user.click(screen.getByTestId('add-ready'));
  expect(topics().map(({ id }) => id)).toEqual(['own', 'payment']);
  expect(phrasesOf('own').length).toBeGreaterThan(30);
  expect(new Set(phrasesOf('own')).size).toBe(phrasesOf('own').length);
  useEditor.getState().undo();
  expect(topics()).toEqual([topic('own', 'Доставка', 'сколько стоит доставка')]);
});

test('with no topics yet, three are suggested with five phrases each', async () => {
  const user = openPhrases([]);
  await user.click(screen.getByTestId('suggest-all'));
  expect(topics().map(({ id, phrases }) => [id, phrases.length])).toEqual([
    ['delivery', 5],
    ['price', 5],
    ['operator', 5],
  ]);
  useEditor.getState().undo();
  expect(await screen.findByTestId('phrases-empty')).toBeTruthy();
});

test('each topic tells how often customers meant it this week, once they have written at all', async () => {
  const engine = startScriptedEngine({ 'phrases.hits': () => ({ topics: [] }) });
  openPhrases(shop());
  await waitFor(() => expect(engine.paramsOf('phrases.hits')).toEqual([{ bot: 'bot_flowers' }]));
  expect(screen.queryByText(/за 7 дней/u)).toBeNull();
  cleanup();
  engine.answer({ 'phrases.hits': () => ({ topics: [{ topic: 'price', count: 22 }] }) });
  openPhrases(shop());
  expect(await within(screen.getByTestId('topic-price')).findByText('22 раза за 7 дней')).toBeTruthy();
  expect(within(screen.getByTestId('topic-delivery')).getByText('0 раз за 7 дней')).toBeTruthy();
});
