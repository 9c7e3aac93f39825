import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

describe('a message', () => {
  test('of several parts goes out in their order, empty ones not at all', () => {
    const talk = talkTo(drawBot().start('m').message('m', ['раз', ' ', 'два']).build());
    expect(talk.customer('привет')).toEqual(['раз', 'два']);
  });

  test('takes its pictures along, with or without words', () => {
    const talk = slowTalk(
      drawBot()
        .start('m')
        .node('m', 'message', { parts: [{ text: 'Вот', image: 'https://a.example/cake.jpg' }, { file: 'price.pdf' }] })
        .build(),
    );
    talk.customer('привет');
    expect(talk.last.effects).toMatchObject([
      { type: 'send', text: 'Вот', media: { kind: 'image', url: 'https://a.example/cake.jpg' } },
      { type: 'send', text: '', media: { kind: 'file', url: 'price.pdf' } },
    ]);
  });

  test('puts in what is known, once', () => {
    const talk = talkTo(
      drawBot()
        .start('m')
        .message('m', '{{customer.name|Гость}}, вы писали: {{message.text}} ({{channel}}, {{lead.status|без статуса}})')
        .build(),
      { customer: { name: 'Анна' } },
    );
    expect(talk.customer('{{customer.phone}}')).toEqual(['Анна, вы писали: {{customer.phone}} (test, без статуса)']);
  });

  test('with variants in turn says each before any again', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { m: 'Ещё' }, { after: 'repeat' })
        .node('m', 'message', { variants: [[{ text: 'а' }], [{ text: 'б' }], [{ text: 'в' }]], pick: 'inTurn' })
        .build(),
    );
    talk.customer('привет');
    expect([1, 2, 3, 4].map(() => talk.customer('1')[0])).toEqual(['а', 'б', 'в', 'а']);
  });

  test('with variants at random says only those, and all of them sooner or later', () => {
    const talk = talkTo(
      drawBot()
        .start('menu')
        .menu('menu', '?', { m: 'Ещё' }, { after: 'repeat' })
        .node('m', 'message', { variants: [[{ text: 'а' }], [{ text: 'б' }]] })
        .build(),
    );
    talk.customer('привет');
    const said = new Set(Array.from({ length: 40 }, () => talk.customer('1')[0]));
    expect([...said].sort()).toEqual(['а', 'б']);
  });

  test.each([
    [undefined, [false, false, false]],
    ['again', [false, false, false]],
    ['twice', [false, false, false]],
    ['never', [true, true, false]],
    ['atMostOnce', [true, true, false]],
  ])('that must rather not come twice says so of each of its parts: %s', (ifUnclear, once) => {
    const data = { parts: [{ text: 'раз' }, { text: 'два' }], ...(ifUnclear === undefined ? {} : { ifUnclear }) };
    const talk = slowTalk(drawBot().start('m').node('m', 'message', data, { next: 'end' }).end('end', 'Пока').build());
    talk.customer('привет');
    expect(talk.last.effects.flatMap((effect) => (effect.type === 'send' ? ['once' in effect] : []))).toEqual(once);
  });

  describe('held back', () => {
    const slow = (data: Record<string, unknown>) =>
      slowTalk(drawBot().start('m').node('m', 'message', data, { next: 'end' }).end('end', 'Пока').build());

    test.each([
      [3, 3_000],
      ['2,5', 2_500],
      [60, 10_000],
      [-1, undefined],
      [0, undefined],
    ])('%s s: the first part by %s ms, the others follow it', (delaySeconds, delayMs) => {
      const talk = slow({ parts: [{ text: 'раз' }, { text: 'два' }], delaySeconds });
      talk.customer('привет');
      const delays = talk.last.effects.flatMap((effect) => (effect.type === 'send' ? [effect.delayMs] : []));
      expect(delays).toEqual([delayMs, undefined, undefined]);
    });
  });
});

describe('text per language and channel', () => {
  const bot = (data: Record<string, unknown>, change = {}) =>
    drawBot()
      .variable('language', 'язык')
      .start('m')
      .node('m', 'message', data)
      .build({ languages: ['ru', 'en'], ...change });
  const told = (data: Record<string, unknown>, variables: Record<string, string> = {}, channel = 'widget') =>
    talkTo(bot(data), { variables, channel }).customer('привет');
  const texts = { en: 'Hello', telegram: 'Здравствуйте, Telegram' };

  test.each([
    ['the bot’s language', {}, 'widget', 'Здравствуйте'],
    ['the channel', {}, 'telegram', 'Здравствуйте, Telegram'],
    ['a channel under another of its names', {}, 'telebot', 'Здравствуйте, Telegram'],
    ['the customer’s language', { language: 'en' }, 'widget', 'Hello'],
    ['the language before the channel', { language: 'en' }, 'telegram', 'Hello'],
    ['a language by its name', { язык: 'Английский' }, 'widget', 'Hello'],
    ['a language by its own name', { language: '🇬🇧 English' }, 'widget', 'Hello'],
    ['a language with its country', { language: 'en-GB' }, 'widget', 'Hello'],
    ['a language nobody wrote in', { language: 'de' }, 'widget', 'Здравствуйте'],
    ['a language that is none', { language: '???' }, 'widget', 'Здравствуйте'],
  ])('%s', (_, variables, channel, said) => {
    expect(told({ parts: [{ text: 'Здравствуйте', texts }] }, variables, channel)).toEqual([said]);
    expect(told({ parts: [{ text: { default: 'Здравствуйте', ...texts } }] }, variables, channel)).toEqual([said]);
    expect(told({ text: 'Здравствуйте', texts }, variables, channel)).toEqual([said]);
  });

  test('a text only in other languages is still a text', () => {
    expect(told({ parts: [{ texts: { ru: 'По-русски', en: 'In English' } }] })).toEqual(['По-русски']);
    expect(told({ parts: [{ texts: { en: 'In English' } }] })).toEqual(['In English']);
  });

  test('the bot’s own words are in the customer’s language too', () => {
    const asking = drawBot()
      .variable('x', 'language')
      .start('q')
      .question('q', 'Сколько?', { answer: 'number', saveTo: 'x', texts: { en: 'How many?' } }, { answered: 'q' })
      .build({ languages: ['ru', 'en'] });
    const talk = talkTo(asking, { variables: { language: 'en' } });
    expect(talk.customer('hi')).toEqual(['How many?']);
    expect(talk.customer('lots')).toEqual(['Please send a number, for example 12.']);
  });

  test('a language can be chosen on the way', () => {
    const choosing = drawBot()
      .variable('language')
      .list('languages', [{ value: 'Русский' }, { value: 'English' }])
      .start('q')
      .question('q', 'Язык?', { answer: 'entity', entity: 'languages', saveTo: 'language' }, { answered: 'm' })
      .node('m', 'message', { parts: [{ text: 'Привет', texts: { en: 'Hello' } }] })
      .build({ languages: ['ru', 'en'] });
    const talk = talkTo(choosing);
    talk.customer('привет');
    expect(talk.customer('english')).toEqual(['Hello']);
  });
});

describe('what is wrong with a message', () => {
  const long = 'а'.repeat(1_001);
  test.each([
    [{}, ['E-EMPTY']],
    [{ parts: [{ text: ' ' }] }, ['E-EMPTY']],
    [{ parts: [{ image: 'https://a.example/b.jpg' }] }, []],
    [{ parts: [{ texts: { en: 'Hello' } }] }, []],
    [{ parts: [{ text: 'а', texts: { en: long } }] }, ['W-LEN']],
    [{ variants: [[{ text: 'а' }], [{ text: ' а ' }]] }, ['W-EQUAL']],
    [{ variants: [[{ text: 'а' }], [{ text: 'а', image: 'b.jpg' }]] }, []],
    [{ variants: [[{ text: 'а' }], []] }, ['E-EMPTY']],
    [{ variants: ['1', '2', '3', '4', '5', '6'] }, ['W-VARIANTS']],
    [{ parts: Array.from({ length: 6 }, (_, i) => ({ file: `${String(i)}.pdf` })) }, ['W-FILES']],
    [{ parts: [{ text: 'а' }], delaySeconds: 11 }, ['W-DELAY']],
    [{ parts: [{ text: 'а' }], delaySeconds: 10 }, []],
  ])('%j: %j', (data, codes) => {
    const bot = drawBot().start('m').node('m', 'message', data, { next: 'e' }).end('e').build();
    expect(
      findProblems(bot)
        .filter(({ node, code }) => node === 'm' && code !== 'W-SILENT')
        .map(({ code }) => code),
    ).toEqual(codes);
  });
});
