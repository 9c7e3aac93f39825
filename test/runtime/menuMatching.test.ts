import { describe, expect, test } from 'vitest';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

// Rule 1: an answer to a menu of numbered text (product.md), and acceptance test T-13 (ux.md, 8).
const shop = drawBot()
  .start('menu')
  .menu(
    'menu',
    'Что вас интересует?',
    { catalogue: 'Каталог', delivery: 'Доставка', where: 'Где мой заказ?' },
    { after: 'none' },
    { other: 'unclear' },
  )
  .message('catalogue', 'вот каталог')
  .message('delivery', 'везём')
  .message('where', 'в пути')
  .message('unclear', 'не понял')
  .command('words', ['бот'], 'called')
  .message('called', 'я тут')
  .build();

function answer(text: string): { said: string[]; why: string } {
  const talk = talkTo(shop);
  talk.customer('привет');
  const said = talk.customer(text);
  const [how] = talk.understood;
  return { said, why: `${how?.rung ?? ''}:${how?.by ?? ''}` };
}

describe('T-13: customers answer in their own way', () => {
  test.each([
    ['2', 'menuCode:code'],
    [' 2. ', 'menuCode:noisyCode'],
    ['2️⃣', 'menuCode:noisyCode'],
    ['ДОСТАВКА', 'caption:caption'],
    ['доствка', 'caption:similar'],
    ['про доставку', 'caption:contained'],
  ])('«%s» takes the second option, because of %s', (text, why) => {
    expect(answer(text)).toEqual({ said: ['везём'], why });
  });

  test('«работа» is no answer, and no call of «бот»', () => {
    expect(answer('работа')).toEqual({ said: ['не понял'], why: 'other:' });
  });
});

describe('the ladder of a menu', () => {
  test.each([
    ['№2', 'везём'],
    ['2)', 'везём'],
    ['пункт 2', 'везём'],
    ['два', 'везём'],
    ['Доставка!', 'везём'],
    ['где мой заказ', 'в пути'],
    ['ката', 'вот каталог'],
    ['дос­тавка'.replace('\u00ad', ''), 'везём'],
  ])('«%s» → «%s»', (text, said) => {
    expect(answer(text).said).toEqual([said]);
  });

  test.each(['4', '22', '2 торта', '1 или 2', '2.5', 'не доставка'])('«%s» chooses nothing', (text) => {
    expect(answer(text).said).toEqual(['не понял']);
  });

  test('a fixed code chooses its option, and the others are numbered past it', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .node(
          'menu',
          'menu',
          {
            text: '?',
            options: [
              { id: 'a', label: 'Первое', code: '2' },
              { id: 'b', label: 'Второе блюдо' },
              { id: 'c', label: 'Назад', code: '0' },
            ],
          },
          { a: 'a', b: 'b', c: 'c' },
        )
        .message('a', 'A')
        .message('b', 'B')
        .message('c', 'C')
        .build(),
    );
    expect(talk.customer('привет')).toEqual(['?\n2 — Первое\n1 — Второе блюдо\n0 — Назад']);
    expect(talk.customer('1')).toEqual(['B']);
  });

  test('a synonym is as good as the caption', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .node(
          'menu',
          'menu',
          {
            text: '?',
            options: [
              { id: 'a', label: 'Прайс', synonyms: ['сколько стоит'] },
              { id: 'b', label: 'Адрес' },
            ],
          },
          { a: 'a', b: 'b' },
        )
        .message('a', 'A')
        .message('b', 'B')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('сколько стоит?')).toEqual(['A']);
    expect(talk.understood[0]).toMatchObject({ rung: 'caption', by: 'synonym', detail: 'a' });
  });

  test('captions of three letters or fewer are taken only whole', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { tea: 'Чай', juice: 'Сок из яблок' }, {}, { other: 'no' })
        .message('tea', 'чай')
        .message('juice', 'сок')
        .message('no', 'нет', 'menu')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('чаёк с чабрецом')[0]).toBe('нет');
    expect(talk.customer('Чай')).toEqual(['чай']);
  });

  test('with close matches switched off a typo is no answer', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Доставка' }, { fuzzy: false }, { other: 'no' })
        .message('a', 'да')
        .message('no', 'нет')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('доствка')).toEqual(['нет']);
  });
});

describe('more than nine options come in pages', () => {
  const many = drawBot()
    .start('menu')
    .menu(
      'menu',
      'Город?',
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c${String(i)}`, `Город номер ${String(i + 1)}`])),
      {},
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c${String(i)}`, 'chosen'])),
    )
    .message('chosen', 'Едем: {{message.text}}')
    .build();

  test('each page has nine lines at most, and leads on and back', () => {
    const talk = talkTo(many);
    const [first = ''] = talk.customer('привет');
    expect(first.split('\n')).toHaveLength(10);
    expect(first).toContain('9 — Ещё');
    const [second = ''] = talk.customer('9');
    expect(second).toContain('1 — Город номер 9');
    expect(second).toContain('0 — Назад');
    const [third = ''] = talk.customer('ещё');
    expect(third).toContain('4 — Город номер 20');
    expect(third).not.toContain('Ещё');
    expect(talk.customer('0')[0]).toContain('1 — Город номер 9');
  });

  test('a number on the second page chooses from the second page', () => {
    const talk = talkTo(many);
    talk.customer('привет');
    talk.customer('9');
    talk.customer('1');
    expect(talk.conversation.travelled.at(-2)).toMatchObject({ exit: 'c8' });
  });
});
