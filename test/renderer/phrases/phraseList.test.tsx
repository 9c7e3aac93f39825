import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { navigate, useRoute } from '../../../renderer/app/route.ts';
import { stepBack } from '../../../renderer/editor/stepWords.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { keepTyped } from '../../../renderer/phrases/useTyped.ts';
import { line, list, openPhrases, phrasesOf, topic, topics } from './openPhrases.tsx';

const delivery = () => topic('delivery', 'Доставка', 'сколько стоит доставка', 'привезёте завтра?', 'есть самовывоз');
const price = () => topic('price', 'Цена', 'какая цена', 'почём розы');
const adder = () => screen.getByTestId<HTMLInputElement>('add-phrase');
const undoes = () => useEditor.getState().history.past.length;

describe('typing', () => {
  test('Enter makes a phrase of the line below and waits for the next', async () => {
    const user = openPhrases([delivery()]);
    await user.type(adder(), 'во сколько курьер{Enter}довезёте до подъезда{Enter}');
    expect(phrasesOf('delivery').slice(3)).toEqual(['во сколько курьер', 'довезёте до подъезда']);
    expect(document.activeElement).toBe(adder());
    expect(adder().value).toBe('');
  });

  test('what the topic has already is not added twice, whatever its case and signs', async () => {
    const user = openPhrases([delivery()]);
    await user.type(adder(), 'Привезёте  завтра{Enter}');
    expect(screen.getByText('Такая фраза в теме уже есть')).toBeTruthy();
    expect(phrasesOf('delivery')).toHaveLength(3);
    expect(adder().value).toBe('Привезёте  завтра');
  });

  test('a click edits a line, Enter goes on to the next one and past the last to the new one', async () => {
    const user = openPhrases([price()]);
    await user.click(list().getByText('какая цена'));
    await user.clear(screen.getByTestId('edit-phrase'));
    await user.keyboard('что по цене{Enter}');
    expect(screen.getByTestId<HTMLInputElement>('edit-phrase').value).toBe('почём розы');
    await user.keyboard(' сегодня{Enter}');
    expect(phrasesOf('price')).toEqual(['что по цене', 'почём розы сегодня']);
    expect(document.activeElement).toBe(adder());
  });

  test('Esc leaves a line as it was, Backspace in an emptied one deletes it', async () => {
    const user = openPhrases([delivery()]);
    await user.click(list().getByText('привезёте завтра?'));
    await user.keyboard(' или послезавтра{Escape}');
    expect(phrasesOf('delivery')).toEqual(delivery().phrases);
    await waitFor(() => expect(document.activeElement).toBe(line('привезёте завтра?')));
    await user.keyboard('{F2}');
    await user.clear(screen.getByTestId('edit-phrase'));
    await user.keyboard('{Backspace}');
    expect(phrasesOf('delivery')).toEqual(['сколько стоит доставка', 'есть самовывоз']);
    expect(screen.getByTestId<HTMLInputElement>('edit-phrase').value).toBe('сколько стоит доставка');
  });

  test('a line can’t become what another line says', async () => {
    const user = openPhrases([price()]);
    await user.click(list().getByText('почём розы'));
    await user.clear(screen.getByTestId('edit-phrase'));
    await user.keyboard('Какая цена?{Enter}');
    expect(screen.getByText('Такая фраза в теме уже есть')).toBeTruthy();
    await user.click(adder());
    expect(phrasesOf('price')).toEqual(price().phrases);
  });
});

describe('a line that is emptied', () => {
  const four = () => topic('delivery', 'Доставка', 'первая', 'вторая', 'третья', 'четвёртая');
  const field = () => screen.getByTestId<HTMLInputElement>('edit-phrase');

  for (const key of ['Enter', 'ArrowDown'])
    test.each([
      ['первая', ['вторая', 'третья', 'четвёртая']],
      ['вторая', ['первая', 'третья', 'четвёртая']],
    ])(`${key} in «%s» deletes it alone and goes on to the one below, whose text is kept`, async (gone, left) => {
      const user = openPhrases([four()]);
      await user.click(list().getByText(gone));
      await user.clear(field());
      await user.keyboard(`{${key}}`);
      expect(phrasesOf('delivery')).toEqual(left);
      const next = left[four().phrases.indexOf(gone)] ?? '';
      await waitFor(() => expect(document.activeElement).toBe(field()));
      expect(field().value).toBe(next);
      await user.keyboard(' снова{Enter}');
      expect(phrasesOf('delivery')).toEqual(left.map((phrase) => (phrase === next ? `${next} снова` : phrase)));
    });

  test('the next one is shown though it says the same', async () => {
    const user = openPhrases([topic('delivery', 'Доставка', 'первая', 'первая', 'третья')]);
    await user.click(list().getAllByText('первая')[0] ?? document.body);
    await user.clear(field());
    await user.keyboard('{Enter}');
    expect(field().value).toBe('первая');
    expect(phrasesOf('delivery')).toEqual(['первая', 'третья']);
  });

  test('the last one leads to the field for a new phrase, and what is added there does not take the keyboard', async () => {
    const user = openPhrases([four()]);
    await user.click(list().getByText('четвёртая'));
    await user.clear(field());
    await user.keyboard('{Enter}');
    expect(phrasesOf('delivery')).toEqual(['первая', 'вторая', 'третья']);
    expect(document.activeElement).toBe(adder());
    await user.keyboard('пятая{Enter}шестая{Enter}');
    expect(phrasesOf('delivery')).toEqual(['первая', 'вторая', 'третья', 'пятая', 'шестая']);
    expect(screen.queryByTestId('edit-phrase')).toBeNull();
    expect(document.activeElement).toBe(adder());
  });

  test('Backspace deletes the first one and no more; held down, nothing', async () => {
    const user = openPhrases([four()]);
    await user.click(list().getByText('первая'));
    await user.clear(field());
    fireEvent.keyDown(field(), { key: 'Backspace', repeat: true });
    expect(phrasesOf('delivery')).toHaveLength(4);
    await user.keyboard('{Backspace}');
    expect(phrasesOf('delivery')).toEqual(['вторая', 'третья', 'четвёртая']);
    expect(field().value).toBe('вторая');
    await user.keyboard('{End}!{Escape}');
    expect(phrasesOf('delivery')).toEqual(['вторая', 'третья', 'четвёртая']);
  });

  test('Backspace in the only one leads to the field for a new phrase', async () => {
    const user = openPhrases([topic('delivery', 'Доставка', 'первая')]);
    await user.click(list().getByText('первая'));
    await user.clear(field());
    await user.keyboard('{Backspace}');
    expect(phrasesOf('delivery')).toEqual([]);
    expect(document.activeElement).toBe(adder());
  });
});

describe('what is typed is not lost', () => {
  const field = () => screen.getByTestId<HTMLInputElement>('edit-phrase');
  const leave = () => act(() => useRoute.setState({ route: { screen: 'flows' } }));

  test('in a line, by going elsewhere with a key', async () => {
    const user = openPhrases([delivery()]);
    await user.click(list().getByText('привезёте завтра?'));
    await user.keyboard(' а сегодня?');
    leave();
    expect(screen.queryByTestId('topic-pane')).toBeNull();
    expect(phrasesOf('delivery')[1]).toBe('привезёте завтра? а сегодня?');
    expect(undoes()).toBe(1);
  });

  test('in the new line and in the name of the topic', async () => {
    const user = openPhrases([delivery()]);
    await user.type(adder(), 'во сколько курьер');
    leave();
    expect(phrasesOf('delivery').at(-1)).toBe('во сколько курьер');
    act(() => navigate({ screen: 'phrases', bot: 'bot_flowers', topic: 'delivery' }));
    await user.clear(await screen.findByTestId('topic-name'));
    await user.keyboard('Курьер');
    leave();
    expect(topics().map(({ name }) => name)).toEqual(['Курьер']);
  });

  test('by Ctrl+S, which leaves the keyboard where it was', async () => {
    const user = openPhrases([delivery()]);
    await user.click(list().getByText('есть самовывоз'));
    await user.keyboard(' рядом ');
    act(keepTyped);
    expect(phrasesOf('delivery')[2]).toBe('есть самовывоз рядом');
    expect(document.activeElement).toBe(field());
    await user.keyboard('с вами{Enter}новая');
    act(keepTyped);
    expect(phrasesOf('delivery').slice(2)).toEqual(['есть самовывоз рядом с вами', 'новая']);
    expect(document.activeElement).toBe(adder());
    expect(adder().value).toBe('');
  });

  test('the new line is kept by a click elsewhere, which has the keyboard then', async () => {
    const user = openPhrases([delivery()]);
    await user.type(adder(), 'во сколько курьер');
    await user.click(list().getByText('есть самовывоз'));
    expect(phrasesOf('delivery').at(-1)).toBe('во сколько курьер');
    expect(document.activeElement).toBe(field());
    await user.click(adder());
    expect(document.activeElement).toBe(adder());
  });

  test('but Esc drops it, and what was emptied is no phrase less', async () => {
    const user = openPhrases([delivery()]);
    await user.type(adder(), 'лишнее{Escape}');
    await user.click(list().getByText('есть самовывоз'));
    await user.clear(field());
    leave();
    expect(phrasesOf('delivery')).toEqual(delivery().phrases);
  });

  test('nothing goes to another bot that has such a topic too', async () => {
    const user = openPhrases([delivery()]);
    await user.click(list().getByText('есть самовывоз'));
    await user.keyboard(' рядом');
    const { bot, open } = useEditor.getState();
    act(() => {
      open({ ...bot, id: 'bot_other' });
      leave();
    });
    expect(phrasesOf('delivery')).toEqual(delivery().phrases);
  });
});

describe('pasting many lines', () => {
  test('makes a phrase of each, and says what was left out', async () => {
    const user = openPhrases([delivery()]);
    await user.click(adder());
    await user.paste('- доставка по городу\r\n2) до двери?\n\n«Привезёте завтра»\nдоставка  по городу\nесть курьер\n');
    expect(phrasesOf('delivery').slice(3)).toEqual(['доставка по городу', 'до двери?', 'есть курьер']);
    expect(
      screen.getByText('Добавлены 3 фразы, 2 повтора пропущены, 1 пустая строка пропущена', { exact: false }),
    ).toBeTruthy();
    expect(undoes()).toBe(1);
    stepBack('undo');
    await waitFor(() => expect(list().queryByText('есть курьер')).toBeNull());
    expect(phrasesOf('delivery')).toEqual(delivery().phrases);
  });

  test('into a line that is typed: they come after it', async () => {
    const user = openPhrases([delivery()]);
    await user.click(list().getByText('сколько стоит доставка'));
    await user.paste('раз\nдва');
    expect(phrasesOf('delivery').slice(0, 3)).toEqual(['сколько стоит доставка', 'раз', 'два']);
  });

  test('a thousand lines: only those in view are drawn, and the last is a key away', async () => {
    const user = openPhrases([topic('many', 'Много', 'первая')]);
    await user.click(adder());
    await user.paste(Array.from({ length: 1_000 }, (_, at) => `фраза номер слово${String(at)}`).join('\n'));
    expect(phrasesOf('many')).toHaveLength(1_001);
    expect(list().getAllByRole('row').length).toBeLessThan(80);
    expect(screen.getByTestId('phrases').getAttribute('aria-rowcount')).toBe('1001');
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('слово999'));
  });
});

describe('the keyboard in the list', () => {
  test('one stop for Tab; arrows walk, Shift extends, Delete removes what is chosen, and says so', async () => {
    const user = openPhrases([delivery()]);
    line('сколько стоит доставка').focus();
    expect(
      list()
        .getAllByRole('row')
        .filter((row) => row.tabIndex === 0),
    ).toHaveLength(1);
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(line('привезёте завтра?')));
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(list().getAllByRole('row', { selected: true })).toHaveLength(2);
    await user.keyboard('{Delete}');
    expect(phrasesOf('delivery')).toEqual(['сколько стоит доставка']);
    await waitFor(() => expect(document.activeElement).toBe(line('сколько стоит доставка')));
    expect(screen.getByText('Удалены 2 фразы')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Отменить' }));
    expect(phrasesOf('delivery')).toEqual(delivery().phrases);
  });

  test('goes on after boxes are ticked with the mouse', async () => {
    const user = openPhrases([delivery(), price()]);
    const box = (phrase: string) => within(line(phrase)).getByRole('checkbox');
    await user.click(box('сколько стоит доставка'));
    await user.click(box('есть самовывоз'));
    await user.keyboard(' ');
    expect(list().getAllByRole('row', { selected: true })).toHaveLength(1);
    await user.keyboard(' {Delete}');
    expect(phrasesOf('delivery')).toEqual(['привезёте завтра?']);
    await user.click(box('привезёте завтра?'));
    await user.keyboard('m');
    await user.click(await screen.findByRole('menuitem', { name: 'Цена' }));
    expect(phrasesOf('price').at(-1)).toBe('привезёте завтра?');
  });

  test('M moves a phrase to another topic; what is there already is not doubled', async () => {
    const user = openPhrases([topic('delivery', 'Доставка', 'привезёте завтра?', 'какая цена'), price()]);
    line('привезёте завтра?').focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(line('какая цена')));
    await user.keyboard('m');
    await user.click(await screen.findByRole('menuitem', { name: 'Перенести в «Цена»' }));
    expect(phrasesOf('delivery')).toEqual(['привезёте завтра?']);
    expect(phrasesOf('price')).toEqual(price().phrases);
  });

  test('many are moved together', async () => {
    const user = openPhrases([delivery(), price()]);
    line('сколько стоит доставка').focus();
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getByTestId('move-chosen'));
    await user.click(await screen.findByRole('menuitem', { name: 'Цена' }));
    expect(phrasesOf('delivery')).toEqual([]);
    expect(phrasesOf('price')).toEqual([...price().phrases, ...delivery().phrases]);
    expect(undoes()).toBe(1);
  });
});

describe('topics', () => {
  test('a new one is named at once, and Enter goes on to its phrases', async () => {
    const user = openPhrases([delivery()]);
    await user.click(screen.getByTestId('add-topic'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('topic-name')));
    await user.keyboard('Возврат{Enter}');
    expect(topics().map(({ name }) => name)).toEqual(['Доставка', 'Возврат']);
    await waitFor(() => expect(document.activeElement).toBe(adder()));
  });

  test('Esc gives the old name back, though the keyboard goes on to the phrases', async () => {
    const user = openPhrases([delivery()]);
    await user.type(screen.getByTestId('topic-name'), ' и самовывоз{Escape}');
    expect(topics()[0]?.name).toBe('Доставка');
    expect(screen.getByTestId<HTMLInputElement>('topic-name').value).toBe('Доставка');
    expect(document.activeElement).toBe(adder());
    await user.type(screen.getByTestId('topic-name'), ' домой');
    await user.click(adder());
    expect(topics()[0]?.name).toBe('Доставка домой');
    act(() => stepBack('undo'));
    expect(screen.getByTestId<HTMLInputElement>('topic-name').value).toBe('Доставка');
    expect(undoes()).toBe(0);
  });

  test('arrows walk, Alt and an arrow changes the order, F2 names, Delete removes with a way back', async () => {
    const user = openPhrases([delivery(), price(), topic('pay', 'Оплата', 'картой можно')]);
    screen.getByTestId('topic-delivery').focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('topic-price')));
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(topics().map(({ id }) => id)).toEqual(['price', 'delivery', 'pay']);
    await user.keyboard('{F2}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('topic-name')));
    await user.clear(screen.getByTestId('topic-name'));
    await user.keyboard('Стоимость{Enter}');
    expect(topics()[0]?.name).toBe('Стоимость');
    screen.getByTestId('topic-price').focus();
    await user.keyboard('{Delete}');
    expect(topics().map(({ id }) => id)).toEqual(['delivery', 'pay']);
    await user.click(screen.getByRole('button', { name: 'Отменить' }));
    expect(topics()[0]).toMatchObject({ id: 'price', name: 'Стоимость', phrases: price().phrases });
    await waitFor(() => expect(screen.getByTestId('topic-price').getAttribute('aria-current')).toBe('true'));
  });

  test('one without phrases is told, with the way there', async () => {
    const user = openPhrases([delivery(), topic('back', 'Возврат')]);
    const trouble = screen.getByTestId('learn-trouble');
    expect(trouble.textContent).toContain('Не удалось обучить: в теме «Возврат» нет фраз.');
    await user.click(within(trouble).getByRole('button', { name: 'Перейти' }));
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('topic-name').value).toBe('Возврат'));
  });
});

test('a topic that no block waits for gets its block after the menu, and the canvas shows it', async () => {
  const user = openPhrases([price()]);
  await user.click(screen.getByTestId('bring-topic'));
  const { bot, selection } = useEditor.getState();
  const [main] = bot.flows;
  const added = main?.nodes.find(({ kind }) => kind === 'intent');
  expect(main?.nodes.find(({ kind }) => kind === 'menu')?.exits?.['other']).toBe(added?.id);
  // The words that brought the customer there are read; nobody is asked again.
  expect(added?.data).toEqual({ intents: 'all', ambiguous: 'ask' });
  expect(selection.nodes).toEqual([added?.id]);
  expect(useRoute.getState().route).toMatchObject({ screen: 'flow', bot: bot.id });
  expect(undoes()).toBe(1);
});

test('where a block knows other topics already, one more is added to it and waits for its connection', async () => {
  const asks = {
    id: 'ask_topic',
    kind: 'intent',
    name: 'О чём вопрос',
    data: { text: 'О чём?', intents: ['delivery'] },
  };
  const reads = { id: 'reads', kind: 'intent', data: { intents: ['delivery'] } };
  const flows = [{ id: 'main', name: 'Главный', main: true, nodes: [{ id: 'start', kind: 'start' }, reads, asks] }];
  const user = openPhrases([delivery(), price()], { flows });
  await user.click(screen.getByTestId('topic-price'));
  expect(screen.getByText(/пока её нет в блоке «О чём вопрос»/)).toBeTruthy();
  await user.click(screen.getByTestId('bring-topic'));
  const { bot, reveal } = useEditor.getState();
  expect(bot.flows[0]?.nodes.find(({ id }) => id === 'ask_topic')?.data).toMatchObject({
    intents: ['delivery', 'price'],
  });
  expect(reveal).toMatchObject({ touched: { nodes: ['ask_topic'] }, exit: 'price' });
  expect(undoes()).toBe(1);
});

test('the first topic added from those suggested has the keyboard', async () => {
  const user = openPhrases([]);
  await user.click(screen.getByTestId('suggest-price'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('topic-price')));
});
