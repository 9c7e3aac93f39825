import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { phraseKey } from '../../../../engine/nlu/phraseKey.ts';
import type { Unrecognised } from '../../../../engine/protocol/phrases.ts';
import { useEditor } from '../../../../renderer/editor/store.ts';
import { navigate, useRoute } from '../../../../renderer/app/route.ts';
import { paletteItems } from '../../../../renderer/palette/paletteItems.ts';
import { teachOption, teachTopic } from '../../../../renderer/phrases/inbox/teach.ts';
import { PhrasesTabs } from '../../../../renderer/phrases/PhrasesTabs.tsx';
import { Inbox } from '../../../../renderer/phrases/inbox/Inbox.tsx';
import { Toaster } from '../../../../renderer/ui/Toaster.tsx';
import { useToasts } from '../../../../renderer/ui/toast.ts';
import { drawBot } from '../../../support/botBuilder.ts';
import { type ScriptedEngine, startScriptedEngine } from '../../bridge/scriptedEngine.ts';
import { startInboxThread, thread } from './inboxThread.ts';

const bot = drawBot()
  .topic('delivery', ['сколько стоит доставка', 'доставка по городу'], 'Доставка')
  .topic('pay', ['как оплатить', 'оплата картой'], 'Оплата')
  .start('ask')
  .intent('ask', 'Слушаю', { delivery: 'about', pay: 'about' })
  .message('about', 'Мы тут')
  .build({ id: 'shop' });
const menu = drawBot().start('menu').menu('menu', 'Что?', { hours: 'Часы' }).message('hours', 'С девяти').build();
const second = { ...menu.flows[0]!, id: 'second', name: 'Второй', main: false };

function said(text: string, count: number, ignored = false): Unrecognised {
  return {
    ...{ key: phraseKey(text), text, count, people: 1, at: 1, lead: 'l', version: 1, closest: null, ignored },
    places: [{ flow: 'main', node: 'ask', why: 'other', count: 1 }],
  };
}

let engine: ScriptedEngine;

/** The inbox of a shop whose customers wrote these. */
async function openInbox(...texts: readonly Unrecognised[]): Promise<void> {
  engine.answer({ 'phrases.unrecognised': () => ({ texts: [...texts] }), 'phrases.ignore': () => ({}) });
  render(
    <>
      <Inbox bot="shop" />
      <Toaster />
    </>,
  );
  await screen.findByTestId('inbox-groups');
}

/** Customers write on; the list is read again. */
function news(...texts: readonly Unrecognised[]): void {
  engine.answer({ 'phrases.unrecognised': () => ({ texts: [...texts] }) });
  act(() => engine.push({ push: 'phrases', bot: 'shop' }));
}

const list = () => screen.getByTestId('inbox-groups');
const rows = () =>
  within(list())
    .getAllByRole('option')
    .map(({ firstChild }) => firstChild?.textContent);
const read = () => screen.getByTestId('inbox-group').getAttribute('aria-label');
const press = (key: string, code = '', more: object = {}) => fireEvent.keyDown(list(), { key, code, ...more });
const phrases = () => (useEditor.getState().bot.intents ?? []).flatMap((topic) => topic.phrases.slice(2));

beforeEach(() => {
  thread.release();
  startInboxThread();
  engine = startScriptedEngine();
  useToasts.setState({ items: [] });
  useEditor.getState().open(bot);
  navigate({ screen: 'phrases', view: 'inbox', bot: 'shop' });
});

test('the group that is read stays open while customers write on: the key teaches what was read', async () => {
  await openInbox(said('парковка есть', 3), said('какие скидки', 2), said('самовывоз', 1));
  expect(read()).toBe('парковка есть');
  news(said('парковка есть', 3), said('какие скидки', 9), said('самовывоз', 1));
  await waitFor(() => expect(rows()).toEqual(['какие скидки', 'парковка есть', 'самовывоз']));
  expect(read()).toBe('парковка есть');
  press('1');
  expect(phrases()).toEqual(['парковка есть']);
});

test('after one is sorted the next is open, and stays so when the list is sorted anew', async () => {
  await openInbox(said('парковка есть', 3), said('какие скидки', 2), said('самовывоз', 1));
  press('1');
  await waitFor(() => expect(read()).toBe('какие скидки'));
  news(said('парковка есть', 3), said('какие скидки', 2), said('самовывоз', 7));
  await waitFor(() => expect(rows()).toEqual(['самовывоз', 'какие скидки']));
  expect(read()).toBe('какие скидки');
  press('2');
  expect(new Set(phrases())).toEqual(new Set(['парковка есть', 'какие скидки']));
  // The last one in its place; the one that was sorted is open again when that is taken back.
  await waitFor(() => expect(read()).toBe('самовывоз'));
  act(() => void useEditor.getState().undo());
  await waitFor(() => expect(read()).toBe('какие скидки'));
});

test('a name is for the group it was begun for', async () => {
  await openInbox(said('парковка есть', 3), said('какие скидки', 2));
  press('n', 'KeyN');
  const name = await screen.findByTestId<HTMLInputElement>('new-topic-name');
  expect(name.value).toBe('Парковка есть');
  news(said('парковка есть', 3), said('какие скидки', 9));
  await waitFor(() => expect(rows()[0]).toBe('какие скидки'));
  expect(read()).toBe('парковка есть');
  expect(screen.getByTestId('new-topic-name')).toBe(name);
  // Somebody else puts it aside: another group is open, and it has no name yet.
  news(said('парковка есть', 3, true), said('какие скидки', 9));
  await waitFor(() => expect(read()).toBe('какие скидки'));
  expect(screen.queryByTestId('new-topic-name')).toBeNull();
});

test('a key that is held sorts one group, and walks through many', async () => {
  await openInbox(said('парковка есть', 3), said('какие скидки', 2), said('самовывоз', 1));
  press('1');
  await waitFor(() => expect(read()).toBe('какие скидки'));
  for (let i = 0; i < 3; i++) press('1', 'Digit1', { repeat: true });
  for (let i = 0; i < 3; i++) press('x', 'KeyX', { repeat: true });
  expect(phrases()).toEqual(['парковка есть']);
  expect(engine.paramsOf('phrases.ignore')).toEqual([]);
  press('ArrowDown', 'ArrowDown', { repeat: true });
  await waitFor(() => expect(read()).toBe('самовывоз'));
});

test('what is put aside is gone at once, though the thread is busy: the next key is about the next group', async () => {
  await openInbox(said('парковка есть', 3), said('какие скидки', 2), said('самовывоз', 1));
  thread.hold();
  press('x', 'KeyX');
  expect(read()).toBe('какие скидки');
  press('1');
  expect(phrases()).toEqual(['какие скидки']);
  expect(engine.paramsOf('phrases.ignore')).toEqual([
    { bot: 'shop', keys: [phraseKey('парковка есть')], ignored: true },
  ]);
  // It stays so when the list says the same, and comes back by the button of what was told.
  news(said('парковка есть', 3, true), said('какие скидки', 2), said('самовывоз', 1));
  thread.release();
  await screen.findByText('Отложенные: 1');
  expect(rows()).toEqual(['самовывоз']);
  fireEvent.click(await screen.findByRole('button', { name: 'Отменить' }));
  expect(read()).toBe('парковка есть');
  expect(rows()).toEqual(['парковка есть', 'самовывоз']);
});

test('what could not be put aside is there again', async () => {
  await openInbox(said('парковка есть', 3), said('какие скидки', 2));
  engine.answer({ 'phrases.ignore': () => ({ fault: { code: 'notFound', what: 'phrase', id: '' } }) });
  press('x', 'KeyX');
  expect(rows()).toEqual(['какие скидки']);
  await waitFor(() => expect(rows()).toEqual(['парковка есть', 'какие скидки']));
  expect(read()).toBe('какие скидки');
});

test('a block or a flow that is asked for is shown on the canvas', async () => {
  const route = () => useRoute.getState().route;
  const inbox = route();
  await openInbox(said('парковка есть', 3));
  act(() => useEditor.getState().goTo('main', 'about'));
  expect(route()).toEqual({ screen: 'flow', bot: 'shop', flow: 'main' });
  act(() => navigate(inbox));
  const [flow] = paletteItems('flows', []);
  act(() => flow?.run());
  expect(route()).toEqual({ screen: 'flow', bot: 'shop', flow: 'main' });
});

test('taking back what an option of another flow was taught leaves nobody on the canvas', async () => {
  useEditor.getState().open({ ...bot, flows: [...bot.flows, second] });
  const text = said('во сколько', 1);
  await openInbox({ ...text, places: [{ flow: 'second', node: 'menu', why: 'menu', count: 1 }] });
  const place = { flow: 'second', node: 'menu' };
  act(() => void teachOption(place, 'hours', [{ ...text, point: { phrase: text.text, key: text.key } }]));
  expect(screen.queryByTestId('inbox-groups')).toBeNull();
  act(() => void useEditor.getState().undo());
  expect(read()).toBe('во сколько');
  expect(useEditor.getState().flowId).toBe('second');
  expect(useRoute.getState().route).toMatchObject({ screen: 'phrases', view: 'inbox' });
  act(() => useEditor.getState().openFlow('main'));
  expect(useRoute.getState().route).toEqual({ screen: 'flow', bot: 'shop', flow: 'main' });
});

test('the tab tells how many groups wait: the same number on both halves of the screen', async () => {
  const asked = () => screen.getByTestId('phrases-inbox').textContent;
  const tabs = (view: 'topics' | 'inbox') => <PhrasesTabs bot="shop" view={view} />;
  const texts = [said('парковка есть', 3), said('а парковка есть?', 1), said('скидки', 2), said('спс', 1, true)];
  engine.answer({ 'phrases.unrecognised': () => ({ texts }) });
  const { rerender } = render(tabs('topics'));
  await waitFor(() => expect(asked()).toBe('Неразобранные2'));
  act(() => void teachTopic('pay', [{ ...said('скидки', 2), point: { phrase: 'скидки', key: phraseKey('скидки') } }]));
  expect(asked()).toBe('Неразобранные1');
  rerender(
    <>
      {tabs('inbox')}
      <Inbox bot="shop" />
    </>,
  );
  await screen.findByText('Ждут: 1');
  expect(asked()).toBe('Неразобранные1');
  press('x', 'KeyX');
  expect(asked()).toBe('Неразобранные');
});
