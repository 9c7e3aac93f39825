import { describe, expect, test } from 'vitest';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

// Rule 2: who takes a message, from the top. Each bot offers the message to two rungs; the higher one gets it.
describe('order of interpretation', () => {
  const pay = [
    'как можно оплатить',
    'способы оплаты',
    'принимаете карты',
    'оплата наличными',
    'можно картой',
    'где платить',
  ];
  const open = [
    'когда вы открыты',
    'часы работы',
    'до скольки вы работаете',
    'режим работы',
    'график работы',
    'во сколько закрываетесь',
  ];

  test('a person has the lead: silence, whatever is said', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Меню дня' })
        .message('a', 'суп')
        .command('c', ['меню'], 'a')
        .build(),
    );
    talk.customer('привет');
    talk.manager('st_human');
    expect([talk.customer('1'), talk.customer('меню'), talk.customer('стоп')]).toEqual([[], [], []]);
    expect(talk.understood[0]?.rung).toBe('paused');
  });

  test('an operator word goes before the question that waits', () => {
    const talk = talkTo(
      drawBot()
        .start('q')
        .variable('x')
        .question('q', 'Что передать?', { answer: 'text', saveTo: 'x' }, { answered: 'done', failed: 'done' })
        .message('done', 'записал')
        .handoff('people')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('позовите оператора')).toEqual(['Зову людей']);
    expect(talk.understood[0]?.rung).toBe('operatorWord');
  });

  test('a long story that mentions an operator is no request for one', () => {
    const talk = talkTo(
      drawBot()
        .start('q')
        .variable('x')
        .question('q', 'Что случилось?', { answer: 'text', saveTo: 'x' }, { answered: 'done', failed: 'done' })
        .message('done', 'записал')
        .handoff('people')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('вчера ваш оператор обещал мне привезти заказ до обеда')).toEqual(['записал']);
  });

  test('a stop word goes before the question that waits, and only alone', () => {
    const bot = drawBot()
      .start('q')
      .variable('x')
      .question('q', 'Что передать?', { answer: 'text', saveTo: 'x' }, { answered: 'done', failed: 'done' })
      .message('done', 'записал')
      .build();
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.customer('Стоп!')).toEqual(['Хорошо, больше не пишу.']);
    expect(talk.customer('ау')).toEqual([]);
    const other = talkTo(bot);
    other.customer('привет');
    expect(other.customer('не надо стоп')).toEqual(['записал']);
  });

  test('the question’s answer goes before a command', () => {
    const talk = talkTo(
      drawBot()
        .start('q')
        .variable('x')
        .question('q', 'Что передать?', { answer: 'text', saveTo: 'x' }, { answered: 'done', failed: 'done' })
        .message('done', 'записал')
        .command('c', ['меню'], 'm')
        .message('m', 'меню')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('пришлите меню')).toEqual(['записал']);
    expect(talk.understood[0]?.rung).toBe('validator');
  });

  test('an answer that does not fit leaves the word to the command', () => {
    const talk = talkTo(
      drawBot()
        .start('q')
        .variable('x')
        .question('q', 'Сколько?', { answer: 'number', saveTo: 'x' }, { answered: 'done', failed: 'done' })
        .message('done', 'записал')
        .command('c', ['меню'], 'm')
        .message('m', 'вот меню')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('меню')).toEqual(['вот меню']);
  });

  test('a menu code goes before a command of the same digit', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Да, конечно' })
        .message('a', 'выбрано')
        .command('c', ['1'], 'm')
        .message('m', 'команда')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['выбрано']);
  });

  test('a command goes before a caption', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Заказ торта' })
        .message('a', 'пункт')
        .command('c', ['заказ'], 'm')
        .message('m', 'команда')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('заказ торта')).toEqual(['команда']);
    expect(talk.understood[0]).toMatchObject({ rung: 'command', detail: 'заказ' });
  });

  test('a caption goes before a phrase', () => {
    const talk = talkTo(
      drawBot()
        .topic('pay', pay)
        .topic('open', open)
        .start('menu')
        .menu('menu', '?', { a: 'Способы оплаты', b: 'Адрес' })
        .message('a', 'пункт')
        .message('b', 'адрес')
        .node('listen', 'intent', { intents: 'all' }, { pay: 'phrase', open: 'phrase' })
        .message('phrase', 'фраза')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('способы оплаты')).toEqual(['пункт']);
  });

  test('the flow’s phrases go before those of other flows, and both before the other exit', () => {
    const main = drawBot()
      .start('menu')
      .menu('menu', '?', { a: 'Адрес' }, {}, { other: 'no' })
      .message('a', 'адрес')
      .message('no', 'не понял', 'menu')
      .node('own', 'intent', { intents: ['pay'] }, { pay: 'here' })
      .message('here', 'здесь')
      .build();
    const other = drawBot()
      .node('listen', 'intent', { intents: ['pay', 'open'] }, { pay: 'there', open: 'there' })
      .message('there', 'там')
      .build();
    const bot = {
      ...main,
      intents: [
        { id: 'pay', name: 'pay', phrases: pay },
        { id: 'open', name: 'open', phrases: open },
      ],
      flows: [...main.flows, { ...other.flows[0]!, id: 'second', main: false }],
    };
    const takes = (text: string): [string | undefined, string[]] => {
      const talk = talkTo(bot);
      talk.customer('привет');
      return [talk.customer(text)[0], talk.understood.map(({ rung }) => rung)];
    };
    expect(takes('принимаете карты?')).toEqual(['здесь', ['flowIntent']]);
    expect(takes('до скольки вы работаете?')).toEqual(['там', ['globalIntent']]);
    expect(takes('расскажите про слонов')).toEqual(['не понял', ['other']]);
  });

  test('without another exit the fallback answers', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Адрес' })
        .message('a', 'адрес')
        .fallback({ hint: 'Не понял, выберите:' }, { giveUp: 'a' })
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('слоны')).toEqual(['Не понял, выберите:\n1 — Адрес']);
    expect(talk.understood.map(({ rung }) => rung)).toEqual(['fallback']);
  });

  test('a bare number is never read as a phrase', () => {
    const talk = talkTo(
      drawBot()
        .topic('pay', [...pay, '500 рублей', '700 рублей'])
        .topic('open', open)
        .start('ask')
        .intent('ask', 'Чем помочь?', { pay: 'p', open: 'o', other: 'no' })
        .message('p', 'оплата')
        .message('o', 'часы')
        .message('no', 'не понял')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('500')).toEqual(['не понял']);
  });

  test('a bare number that no one waits for answers the menu sent last', () => {
    const talk = talkTo(
      drawBot()
        .topic('pay', pay)
        .start('menu')
        .menu('menu', '?', { a: 'Адрес', b: 'Спросить' }, {}, { b: 'ask' })
        .message('a', 'улица')
        .intent('ask', 'Спрашивайте', { pay: 'a' })
        .build(),
    );
    talk.customer('привет');
    talk.customer('2');
    expect(talk.customer('1')).toEqual(['улица']);
  });

  test('a number that does not fit its question is not taken for an answer to an old menu', () => {
    const talk = talkTo(
      drawBot()
        .variable('n')
        .start('menu')
        .menu('menu', '?', { a: 'Адрес', b: 'Заказ' }, {}, { b: 'q' })
        .message('a', 'улица')
        .question(
          'q',
          'Сколько штук, от 6?',
          { answer: 'number', min: 6, saveTo: 'n', hint: 'От 6 штук' },
          { answered: 'ok', failed: 'ok' },
        )
        .message('ok', 'принято')
        .build(),
    );
    talk.customer('привет');
    talk.customer('2');
    expect(talk.customer('1')).toEqual(['От 6 штук']);
    expect(talk.customer('12')).toEqual(['принято']);
  });

  test('keywords are whole words', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Адрес' }, {}, { other: 'no' })
        .message('a', 'улица')
        .message('no', 'не понял', 'menu')
        .command('c', ['бот'], 'm')
        .message('m', 'я бот', 'menu')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('это моя работа')[0]).toBe('не понял');
    expect(talk.customer('эй, БОТ!')[0]).toBe('я бот');
  });

  test('a command of certain statuses works only in them', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { a: 'Адрес' }, {}, { other: 'no' })
        .message('a', 'улица')
        .message('no', 'не понял', 'menu')
        .command('c', ['статус'], 'm', { inStatuses: ['st_work'] })
        .message('m', 'готовим', 'menu')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('статус')[0]).toBe('не понял');
    talk.manager('st_work');
    expect(talk.customer('статус')[0]).toBe('готовим');
  });
});
