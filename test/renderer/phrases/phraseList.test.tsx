import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { stepBack } from '../../../renderer/editor/stepWords.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
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
