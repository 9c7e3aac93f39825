import { describe, expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { SessionState } from '../../engine/model/state.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { phrasesHeard } from '../../engine/runtime/phrasesHeard.ts';
import { step } from '../../engine/runtime/step.ts';
import { drawBot } from '../support/botBuilder.ts';

const pay = ['как можно оплатить', 'способы оплаты', 'принимаете карты', 'оплата наличными', 'можно картой'];
const hours = ['когда вы открыты', 'часы работы', 'до скольки вы работаете', 'режим работы', 'график работы'];
const shared = 'подскажите пожалуйста стоимость';

/** What the last of these messages tells of the author's phrases. */
function hear(bot: Bot, ...texts: readonly string[]): ReturnType<typeof phrasesHeard> {
  const program = compileBot(bot);
  let state: SessionState = newSession();
  let told = phrasesHeard(program, { state, effects: [], trace: [] });
  for (const [index, text] of texts.entries()) {
    const at = 1_800_000_000_000 + index * 10_000;
    const said = { type: 'message' as const, text, attachments: [], channel: 'telegram', lead: 'l', customer: {} };
    let result = step(program, state, { ...said, at, seed: 1 });
    const awaited = result.state.wait?.effect;
    if (awaited !== undefined)
      result = step(program, result.state, { type: 'outcome', effect: awaited, ok: true, at, seed: 1 });
    told = phrasesHeard(program, result);
    state = result.state;
  }
  return told;
}

const topics = () =>
  drawBot()
    .topic('pay', [...pay, shared], 'Оплата')
    .topic('hours', [...hours, shared], 'Часы');
const asking = (exits: Record<string, string> = {}, data: Record<string, unknown> = {}) =>
  topics()
    .start('ask')
    .intent('ask', 'Чем помочь?', { pay: 'p', hours: 'h', ...exits }, data)
    .message('p', 'картой', 'ask')
    .message('h', 'до шести', 'ask')
    .message('x', 'не знаю', 'ask')
    .build();

describe('a block that understands phrases', () => {
  test('tells which topic was recognised', () => {
    expect(hear(asking(), 'привет', 'картой можно?')).toEqual({ topics: ['pay'], unrecognised: [] });
  });

  test('tells what it left by its output «other», and with what that was compared', () => {
    const { unrecognised } = hear(asking({ other: 'x' }), 'привет', 'Слоны? Зелёные слоны!');
    expect(unrecognised).toEqual([
      {
        text: 'Слоны? Зелёные слоны!',
        key: 'слоны зеленые слоны',
        flow: 'main',
        node: 'ask',
        why: 'other',
        closest: expect.objectContaining({ topic: expect.any(String) as string }) as unknown,
      },
    ]);
    expect(unrecognised[0]?.closest?.confidence).toBeLessThan(0.3);
  });

  test('tells the same without that output, and at the second miss', () => {
    expect(hear(asking(), 'привет', 'слоны').unrecognised).toMatchObject([{ text: 'слоны', why: 'other' }]);
    expect(hear(asking(), 'привет', 'слоны', 'жирафы').unrecognised).toMatchObject([{ text: 'жирафы', why: 'other' }]);
  });

  test('tells what it had to ask about', () => {
    expect(hear(asking(), 'привет', shared)).toMatchObject({
      topics: [],
      unrecognised: [{ text: shared, why: 'unsure', node: 'ask' }],
    });
  });

  test('counts the topic that was chosen from what it asked', () => {
    expect(hear(asking(), 'привет', shared, '1')).toMatchObject({ topics: [expect.any(String)], unrecognised: [] });
  });

  test('that only reads what was said tells it too, for sure, not and half', () => {
    const reading = topics()
      .start('hello')
      .message('hello', 'Здравствуйте!', 'read')
      .intent('read', '', { pay: 'p', hours: 'h', other: 'x' })
      .message('p', 'картой')
      .message('h', 'до шести')
      .message('x', 'не знаю')
      .build();
    expect(hear(reading, 'способы оплаты')).toEqual({ topics: ['pay'], unrecognised: [] });
    expect(hear(reading, 'слоны').unrecognised).toMatchObject([{ why: 'other', node: 'read' }]);
    expect(hear(reading, shared).unrecognised).toMatchObject([{ why: 'unsure', node: 'read' }]);
  });

  test('is no miss where another block understood after it', () => {
    const two = drawBot()
      .topic('pay', pay, 'Оплата')
      .topic('hours', hours, 'Часы')
      .start('first')
      .intent('first', '', { hours: 'h', other: 'second' }, { intents: ['hours'] })
      .intent('second', '', { pay: 'p', other: 'x' }, { intents: ['pay'] })
      .message('p', 'картой')
      .message('h', 'до шести')
      .message('x', 'не знаю')
      .build();
    expect(hear(two, 'способы оплаты')).toEqual({ topics: ['pay'], unrecognised: [] });
    expect(hear(two, 'слоны').unrecognised).toMatchObject([{ node: 'first' }]);
  });
});

describe('a menu', () => {
  const menu = drawBot()
    .start('menu')
    .menu('menu', 'Что нужно?', { o1: 'О нас', o2: 'Контакты' })
    .message('o1', 'Мы тут')
    .message('o2', 'Пишите')
    .build();

  test('tells what matched none of its options', () => {
    expect(hear(menu, 'привет', 'а скидки есть?')).toEqual({
      topics: [],
      unrecognised: [
        { text: 'а скидки есть?', key: 'а скидки есть', flow: 'main', node: 'menu', why: 'menu', closest: null },
      ],
    });
  });

  test('tells nothing of a choice, nor of a number that it does not have', () => {
    expect(hear(menu, 'привет', 'контакты')).toEqual({ topics: [], unrecognised: [] });
    expect(hear(menu, 'привет', '7')).toEqual({ topics: [], unrecognised: [] });
  });

  test('keeps as much of a long message as a phrase may hold', () => {
    expect(hear(menu, 'привет', 'длинно '.repeat(400)).unrecognised[0]?.text).toHaveLength(300);
  });
});

test('a bad answer to a question is no phrase to teach', () => {
  const phone = drawBot()
    .start('ask')
    .question('ask', 'Ваш телефон?', { answer: 'phone', saveTo: 'phone' }, { answered: 'ok' })
    .message('ok', 'Спасибо')
    .build();
  expect(hear(phone, 'привет', 'не скажу')).toEqual({ topics: [], unrecognised: [] });
});

test('messages that waited for the CRM are told one by one', () => {
  const bot = drawBot()
    .start('st')
    .status('st', 'st_work', { next: 'menu' })
    .menu('menu', 'Что нужно?', { o1: 'О нас' }, {}, { other: 'menu' })
    .message('o1', 'Мы тут')
    .build();
  const program = compileBot(bot);
  const at = 1_800_000_000_000;
  const say = (state: SessionState, text: string) =>
    step(program, state, {
      ...{ type: 'message' as const, text, attachments: [], channel: 'telegram', lead: 'l', customer: {} },
      ...{ at, seed: 1 },
    }).state;
  let state = say(newSession(), 'привет');
  const effect = state.wait?.effect ?? '';
  state = say(say(state, 'есть скидки'), 'а доставка?');
  const done = step(program, state, { type: 'outcome', effect, ok: true, at, seed: 1 });
  expect(phrasesHeard(program, done).unrecognised.map(({ text }) => text)).toEqual(['есть скидки', 'а доставка?']);
});
