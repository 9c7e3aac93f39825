import { describe, expect, test } from 'vitest';
import { isHastier, isLoop, isRepeat, plainly, type Exchange } from '../../engine/runtime/isLoop.ts';

/** A talk in which the bot gives `say(n)` to `hear(n)`, a message each `everyMs`. Value: the turn it is stopped at. */
function stoppedAt(
  turns: number,
  everyMs: number,
  hear: (turn: number) => string,
  say: (turn: number, heard: string) => string,
  marks: Partial<Pick<Exchange, 'isChosen' | 'isHasty'>> = {},
): number | null {
  const talk: Exchange[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const text = hear(turn);
    const heard = plainly(text);
    const isHasty = turn > 0 && isHastier(text, everyMs);
    const made = { at: turn * everyMs, heard, said: [], isChosen: false, isRepeat: isRepeat(heard, talk), isHasty };
    if (isLoop([...talk, { ...made, ...marks }]) !== null) return turn;
    talk.push({ ...made, ...marks, said: [plainly(say(turn, text))] });
  }
  return null;
}

const menu = (): string => 'Что вас интересует?\n1 — О нас\n2 — Заказать';

describe('people are not stopped', () => {
  test('one who writes every two seconds for a minute, and hears the same each time', () => {
    expect(stoppedAt(30, 2_000, (turn) => `вопрос номер ${String(turn)}`, menu)).toBe(null);
  });
  test('one who writes every two seconds for half an hour', () => {
    const phrases = [
      'а торт есть?',
      'и сколько стоит',
      'а с доставкой?',
      'ну дорого',
      'а поменьше',
      'на субботу',
      'утром',
    ];
    const more = [
      'к десяти',
      'адрес тот же',
      'оплачу картой',
      'нет, лучше наличными',
      'и свечи',
      'спасибо',
      'ой, ещё вопрос',
    ];
    const all = [...phrases, ...more];
    expect(stoppedAt(900, 2_000, (turn) => all[turn % all.length] ?? '', menu)).toBe(null);
  });
  test('one who writes all day long', () => {
    expect(
      stoppedAt(
        500,
        15_000,
        (turn) => 'слово '.repeat(1 + (turn % 7)) + String.fromCodePoint(1072 + (turn % 32)),
        menu,
      ),
    ).toBe(null);
  });
  test('one who presses the same key a hundred times', () => {
    expect(stoppedAt(100, 300, () => '1', menu, { isChosen: true })).toBe(null);
  });
  test('one who says yes to everything', () => {
    expect(stoppedAt(40, 3_000, () => 'да', menu)).toBe(null);
  });
});

describe('machines are', () => {
  test.each([
    ['an echo', 5_000, (_turn: number) => 'Слушаю вас', () => 'Слушаю вас'],
    ['an auto-reply with the time in it', 9_000, (turn: number) => `Автоответ в 12:${String(10 + turn)}`, menu],
    [
      'one that never says the same, in no time',
      200,
      (turn: number) => `ы${'ш'.repeat(turn)} да`,
      (turn: number) => `ответ ${'щ'.repeat(turn)}`,
    ],
    [
      'one that is slow and gets another answer each time',
      15_000,
      () => 'Мы получили ваше письмо',
      (turn: number) => 'щ'.repeat(turn),
    ],
  ])('%s', (_name, everyMs, hear, say) => {
    const turn = stoppedAt(60, everyMs, hear, say);
    expect(turn).not.toBe(null);
    expect(turn).toBeLessThanOrEqual(30);
  });
  test('but not for what they said an hour ago', () => {
    expect(stoppedAt(60, 200_000, () => 'Мы получили ваше письмо', menu)).toBe(null);
  });
});
