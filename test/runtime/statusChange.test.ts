import { describe, expect, test } from 'vitest';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

// product.md, C: if Umnico refuses, local state stays true and the customer is promised nothing.
describe('the CRM refuses to change the status', () => {
  test('the block leaves by «failed», and the state stays what it was', () => {
    const talk = talkTo(
      drawBot()
        .start('s')
        .status('s', 'st_order', { next: 'ok', failed: 'no' })
        .message('ok', 'Заявка принята')
        .message('no', 'Позвоните нам')
        .build(),
    );
    talk.crmRefuses();
    expect(talk.customer('привет')).toEqual(['Позвоните нам']);
    expect(talk.state.status).toBeNull();
  });

  test('without that exit it goes on, with the true status', () => {
    const talk = talkTo(drawBot().start('s').status('s', 'st_order', { next: 'ok' }).message('ok', 'Дальше').build());
    talk.crmRefuses();
    expect(talk.customer('привет')).toEqual(['Дальше']);
    expect(talk.state.status).toBeNull();
  });

  test('a hand-off promises no operator: it says so, and the bot keeps the lead', () => {
    const talk = talkTo(drawBot().start('menu').menu('menu', '?', { people: 'Человек' }).handoff('people').build());
    talk.customer('привет');
    talk.crmRefuses();
    expect(talk.customer('1')).toEqual([
      'Сейчас не получается позвать сотрудника. Напишите ещё раз чуть позже.',
      '?\n1 — Человек',
    ]);
    expect(talk.state).toMatchObject({ owner: 'bot', status: null });
  });

  test('a hand-off with a «failed» exit takes it, silently', () => {
    const talk = talkTo(
      drawBot().start('people').handoff('people', {}, { failed: 'call' }).message('call', 'Позвоните: 123').build(),
    );
    talk.crmRefuses();
    expect(talk.customer('привет')).toEqual(['Позвоните: 123']);
  });

  test('an end is an end, with the true status', () => {
    const talk = talkTo(drawBot().start('e').end('e', 'Пока', { status: 'st_lost' }).build());
    talk.crmRefuses();
    expect(talk.customer('привет')).toEqual(['Пока']);
    expect(talk.state).toMatchObject({ phase: 'ended', status: null });
  });
});

describe('the CRM is asked', () => {
  test('nothing is said before it has answered', () => {
    const talk = slowTalk(drawBot().start('people').handoff('people').build());
    expect(talk.customer('привет')).toEqual([]);
    expect(talk.state).toMatchObject({ owner: 'bot', status: null });
    expect(talk.outcome(true)).toEqual(['Зову людей']);
    expect(talk.state).toMatchObject({ owner: 'human', status: 'st_human' });
  });

  test('not asked for what is so already', () => {
    const talk = slowTalk(drawBot().start('s').status('s', 'st_work', { next: 'm' }).message('m', 'Дальше').build());
    talk.event({ type: 'status', status: 'st_work' });
    expect(talk.customer('привет')).toEqual(['Дальше']);
  });

  test.each([
    ['st_order', 'st_work', []],
    ['st_first', 'st_work', ['st_work']],
  ])('«only forward» from %s to %s', (from, to, asked) => {
    const talk = slowTalk(
      drawBot()
        .start('s')
        .node('s', 'status', { status: to, forwardOnly: true }, { next: 'm' })
        .message('m', 'Дальше')
        .build(),
    );
    talk.event({ type: 'status', status: from });
    talk.customer('привет');
    expect(talk.last.effects.flatMap((effect) => (effect.type === 'setStatus' ? [effect.status] : []))).toEqual(asked);
  });

  test('messages that come meanwhile are read afterwards, in order', () => {
    const talk = slowTalk(
      drawBot()
        .start('s')
        .status('s', 'st_work', { next: 'menu' })
        .menu('menu', '?', { a: 'Торты', b: 'Пироги' }, { after: 'repeat' })
        .message('a', 'Медовик')
        .message('b', 'С вишней')
        .build(),
    );
    talk.customer('привет');
    expect([talk.customer('1'), talk.customer('2')]).toEqual([[], []]);
    expect(talk.outcome(true).filter((text) => !text.startsWith('?'))).toEqual(['Медовик', 'С вишней']);
  });

  test('however many they are, they are no runaway flow', () => {
    const talk = slowTalk(
      drawBot()
        .start('s')
        .status('s', 'st_work', { next: 'menu' })
        .menu('menu', '?', { a: 'Торты' }, { after: 'repeat' })
        .message('a', 'Медовик')
        .build(),
    );
    talk.customer('привет');
    for (let i = 0; i < 30; i += 1) talk.customer('1');
    expect(talk.state.deferred).toHaveLength(20);
    talk.outcome(true);
    expect(talk.state).toMatchObject({ owner: 'bot', deferred: [] });
  });

  test('the word that calls the bot back is heard even if it came too early', () => {
    const talk = slowTalk(
      drawBot()
        .settings({ resumeWord: 'бот' })
        .start('menu')
        .menu('menu', '?', { people: 'Человек' })
        .handoff('people')
        .build(),
    );
    talk.customer('привет');
    talk.customer('1');
    talk.customer('бот');
    expect(talk.outcome(true)).toEqual(['Зову людей', 'Снова на связи бот.', '?\n1 — Человек']);
    expect(talk.state.owner).toBe('bot');
  });

  test('its echo before its answer changes nothing', () => {
    const talk = slowTalk(drawBot().start('people').handoff('people').build());
    talk.customer('привет');
    expect(talk.event({ type: 'status', status: 'st_human' })).toEqual([]);
    expect(talk.state.owner).toBe('bot');
    expect(talk.outcome(true)).toEqual(['Зову людей']);
  });

  test('a manager who moves the lead meanwhile wins', () => {
    const talk = slowTalk(drawBot().start('s').status('s', 'st_work', { next: 'm' }).message('m', 'Дальше').build());
    talk.customer('привет');
    const effect = talk.state.wait?.effect ?? '';
    talk.event({ type: 'status', status: 'st_human' });
    expect(talk.event({ type: 'outcome', effect, ok: true })).toEqual([]);
    expect(talk.state.owner).toBe('human');
  });
});
