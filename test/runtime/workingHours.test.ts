import { describe, expect, test } from 'vitest';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

// Rule 6: working hours belong to hand-off, in the bot's time zone, with holidays. (The hours themselves: model/hours.test.ts.)
const day: [string, string][] = [['09:00', '18:00']];

describe('at the moment of transfer', () => {
  const bot = drawBot()
    .hours({ mon: day, tue: day, wed: day })
    .start('menu')
    .menu('menu', '?', { people: 'Позвать человека' })
    .handoff('people')
    .build();

  test('inside hours the customer is told so', () => {
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Зову людей']);
  });

  test('the hours of the transfer count, not those of the greeting; one message, and the status all the same', () => {
    const talk = talkTo(bot);
    talk.customer('привет');
    talk.passes('8h');
    expect(talk.customer('1')).toEqual(['Сейчас мы не работаем. Ответим в рабочее время: Пн–Ср 09:00–18:00.']);
    expect(talk.state).toMatchObject({ owner: 'human', status: 'st_human' });
  });

  test('the author’s own words go first', () => {
    const own = drawBot().hours({ mon: day }).start('people').handoff('people', { outsideHours: 'Мы спим' }).build();
    expect(talkTo(own).customer('привет')).toEqual(['Мы спим']);
  });

  test('contact details are taken first, and then people have the lead, whatever menu stands above', () => {
    const talk = talkTo(
      drawBot()
        .hours({ mon: day })
        .variable('phone')
        .start('menu')
        .menu('menu', '?', { people: 'Человек' }, { after: 'repeat' })
        .handoff('people', {}, { nobody: 'q' })
        .question('q', 'Телефон?', { answer: 'phone', saveTo: 'phone' }, { answered: 'thanks', failed: 'thanks' })
        .message('thanks', 'Спасибо')
        .build(),
    );
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Телефон?']);
    expect(talk.state).toMatchObject({ owner: 'bot', status: 'st_human' });
    expect(talk.customer('+7 916 123 45 67')).toEqual(['Спасибо']);
    expect(talk.state).toMatchObject({ owner: 'human', variables: { phone: '+79161234567' } });
    expect(talk.customer('1')).toEqual([]);
  });

  test('a time zone nobody knows is no crash', () => {
    const broken = drawBot().hours({ wed: day }, [], 'Mars/Olympus').start('people').handoff('people').build();
    expect(talkTo(broken).customer('привет')).toEqual(['Зову людей']);
  });
});
