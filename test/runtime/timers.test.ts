import { describe, expect, test } from 'vitest';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

// Rule 5: reminder, expiry, a person's silence. (The last is in handBack.test.ts.)
const reminded = drawBot()
  .start('menu')
  .menu(
    'menu',
    'Что интересует?',
    { a: 'Адрес' },
    {
      timeoutMinutes: 60,
      reminders: [
        { minutes: 10, text: 'Вы ещё тут?' },
        { minutes: 30, text: 'Жду ответа' },
      ],
    },
    { timeout: 'gone' },
  )
  .message('a', 'улица')
  .message('gone', 'Напишите, когда будет удобно')
  .command('c', ['меню'], 'menu')
  .build();

describe('while the bot waits', () => {
  test('it reminds, each time once, and gives up in the end', () => {
    const talk = talkTo(reminded);
    talk.customer('привет');
    expect(talk.passes('9m')).toEqual([]);
    expect(talk.passes('1m')).toEqual(['Вы ещё тут?']);
    expect(talk.passes('20m')).toEqual(['Жду ответа']);
    expect(talk.passes('30m')).toEqual(['Напишите, когда будет удобно']);
    expect(talk.passes('7d')).toEqual([]);
  });

  test('timers that fell due while nobody looked go off in their order', () => {
    const talk = talkTo(reminded);
    talk.customer('привет');
    expect(talk.passes('2h')).toEqual(['Вы ещё тут?', 'Жду ответа', 'Напишите, когда будет удобно']);
  });

  test('after a reminder the menu is answered as before', () => {
    const talk = talkTo(reminded);
    talk.customer('привет');
    talk.passes('10m');
    expect(talk.customer('1')).toEqual(['улица']);
  });

  test.each([
    ['an answer', (talk: ReturnType<typeof talkTo>) => talk.customer('1')],
    ['a person who takes over', (talk: ReturnType<typeof talkTo>) => talk.operator('Я тут')],
    ['a status that is nobody’s', (talk: ReturnType<typeof talkTo>) => talk.manager('st_lost')],
    ['the customer’s stop', (talk: ReturnType<typeof talkTo>) => talk.customer('стоп')],
  ])('%s cancels them', (_, act) => {
    const talk = talkTo(reminded);
    talk.customer('привет');
    act(talk);
    expect(talk.conversation.timers.size).toBe(0);
    expect(talk.passes('7d')).toEqual([]);
  });

  test('shown again, the menu reminds anew from that moment', () => {
    const talk = talkTo(reminded);
    talk.customer('привет');
    talk.passes('5m');
    talk.customer('меню');
    expect(talk.passes('9m')).toEqual([]);
    expect(talk.passes('1m')).toEqual(['Вы ещё тут?']);
  });

  test('a timer of a wait that is over goes off for nothing', () => {
    const talk = slowTalk(reminded);
    talk.customer('привет');
    const timers = talk.last.effects.flatMap((effect) => (effect.type === 'setTimer' ? [effect.timer] : []));
    talk.customer('меню');
    expect(timers.flatMap((timer) => talk.event({ type: 'timer', timer }))).toEqual([]);
    expect(talk.state.wait?.place.node).toBe('menu');
  });

  test('a question expires by its own exit', () => {
    const talk = talkTo(
      drawBot()
        .variable('n')
        .start('q')
        .question(
          'q',
          'Сколько?',
          { answer: 'number', saveTo: 'n', timeoutMinutes: 15 },
          { answered: 'ok', failed: 'ok', timeout: 'late' },
        )
        .message('ok', 'ок')
        .message('late', 'Не дождались')
        .build(),
    );
    talk.customer('привет');
    expect(talk.passes('15m')).toEqual(['Не дождались']);
  });
});
