import { describe, expect, test } from 'vitest';
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
});
