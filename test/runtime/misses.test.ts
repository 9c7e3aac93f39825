import { describe, expect, test } from 'vitest';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

// Rule 3: misses have a budget.
describe('nothing was understood', () => {
  test('a hint with the options, then other words, then a person', () => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    const [first = ''] = talk.customer('слоны');
    const [second = ''] = talk.customer('жирафы');
    expect(first).toContain('1 — О нас');
    expect(second).toContain('1 — О нас');
    expect(second).not.toBe(first);
    expect(talk.customer('бегемоты')).toEqual(['Зову людей']);
    expect(talk.state).toMatchObject({ owner: 'human', status: 'st_human' });
  });

  test('the second time it asks «A or B», if two are alike', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Торты свадебные', b: 'Торты детские', c: 'Доставка' })
        .message('a', 'A')
        .message('b', 'B')
        .message('c', 'C')
        .handoff('people')
        .build(),
    );
    talk.customer('привет');
    talk.customer('слоны');
    const [asked = ''] = talk.customer('торты какие');
    expect(asked).toContain('Вы про «Торты свадебные» или «Торты детские»?');
    expect(asked).not.toContain('Доставка');
    expect(talk.customer('2')).toEqual(['B']);
  });

  test('success gives the whole budget back', () => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    talk.customer('слоны');
    talk.customer('жирафы');
    talk.customer('1');
    talk.customer('слоны');
    talk.customer('жирафы');
    expect(talk.state.owner).toBe('bot');
  });

  test.each(['назад', 'меню'])('«%s» is a success too', (word) => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    talk.customer('2');
    talk.customer('слоны');
    talk.customer('жирафы');
    talk.customer(word);
    talk.customer('2');
    talk.customer('слоны');
    talk.customer('жирафы');
    expect(talk.state.owner).toBe('bot');
  });

  test('each place has a budget of its own', () => {
    const talk = talkTo(cakeShop().build());
    talk.customer('привет');
    talk.customer('слоны');
    talk.customer('жирафы');
    talk.customer('2');
    talk.customer('слоны');
    talk.customer('жирафы');
    expect(talk.at).toBe('catalogue');
  });

  test('the fallback block says how often, and where to go then', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Адрес' })
        .message('a', 'улица')
        .fallback({ hint: 'Цифрой!', attempts: 2 }, { giveUp: 'sorry' })
        .message('sorry', 'Не получилось')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('слоны')).toEqual(['Цифрой!\n1 — Адрес']);
    expect(talk.customer('слоны')).toEqual(['Не получилось']);
  });

  test('a question has its own hint and its own way out', () => {
    const talk = talkTo(
      drawBot()
        .variable('phone')
        .start('q')
        .question(
          'q',
          'Телефон?',
          { answer: 'phone', saveTo: 'phone', hint: 'Цифрами, пожалуйста', attempts: 2 },
          { answered: 'ok', failed: 'no' },
        )
        .message('ok', 'Записал {{phone}}')
        .message('no', 'Ладно, без телефона')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('не скажу')).toEqual(['Цифрами, пожалуйста']);
    expect(talk.customer('не скажу')).toEqual(['Ладно, без телефона']);
  });

  test('outside hours, contact details are taken', () => {
    const talk = talkTo(
      drawBot()
        .hours({ mon: [['09:00', '18:00']] })
        .variable('phone')
        .start('menu')
        .menu('menu', '?', { a: 'Адрес' })
        .message('a', 'улица')
        .handoff('people', {}, { nobody: 'phone' })
        .question(
          'phone',
          'Мы закрыты. Ваш телефон?',
          { answer: 'phone', saveTo: 'phone' },
          { answered: 'thanks', failed: 'thanks' },
        )
        .message('thanks', 'Спасибо')
        .build(),
    );
    talk.customer('привет');
    talk.customer('слоны');
    talk.customer('жирафы');
    expect(talk.customer('бегемоты')).toEqual(['Мы закрыты. Ваш телефон?']);
    expect(talk.customer('8 916 123-45-67')).toEqual(['Спасибо']);
    expect(talk.state).toMatchObject({ owner: 'human', status: 'st_human' });
  });
});

describe('the same long menu is never sent twice word for word', () => {
  test('its question alone comes back', () => {
    const long = `${'Мы рады вам в нашей кондитерской. '.repeat(10)}\nЧто показать?`;
    const talk = talkTo(
      drawBot().start('menu').menu('menu', long, { a: 'Торты' }, { after: 'repeat' }).message('a', 'Медовик').build(),
    );
    const [first = ''] = talk.customer('привет');
    expect(first.startsWith(long)).toBe(true);
    expect(talk.customer('1')).toEqual(['Медовик', 'Что показать?\n1 — Торты']);
  });

  test('whoever comes back the next week is greeted in full', () => {
    const long = `${'Мы рады вам в нашей кондитерской. '.repeat(10)}\nЧто показать?`;
    const talk = talkTo(drawBot().start('menu').menu('menu', long, { a: 'Торты' }).message('a', 'Медовик').build());
    const [first] = talk.customer('привет');
    talk.passes('7d');
    expect(talk.customer('привет')).toEqual([first]);
  });
});
