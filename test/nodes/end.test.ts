import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { readMark } from '../../engine/nodes/end/readMark.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo, type Talk } from '../support/talk.ts';
import { withFlows } from '../support/withFlows.ts';

const QUESTION = 'Оцените, пожалуйста, нашу помощь от 1 до 5.';
const bot = (data: Record<string, unknown>) =>
  drawBot()
    .variable('mark')
    .start('end')
    .node('end', 'end', data)
    .command('word', ['меню'], 'end')
    .handoff('p')
    .build();
const goals = (talk: Talk) =>
  talk.conversation.items.flatMap((item) =>
    item.from === 'system' && item.event === 'goal' ? [`${item.name} ${String(item.value)}`] : [],
  );

describe('the end', () => {
  test('is silence until a command or a start of its own', () => {
    const talk = talkTo(bot({ text: 'Всего доброго' }));
    expect(talk.customer('привет')).toEqual(['Всего доброго']);
    expect(talk.customer('ещё вопрос')).toEqual([]);
    expect(talk.customer('1')).toEqual([]);
    expect(talk.customer('меню')).toEqual(['Всего доброго']);
  });

  test('sets the status before it says goodbye', () => {
    const talk = talkTo(bot({ text: 'Спасибо', status: 'st_order' }));
    expect(talk.customer('привет')).toEqual(['Спасибо']);
    expect(talk.state).toMatchObject({ status: 'st_order', phase: 'ended', owner: 'off' });
  });
});

describe('asked for a mark', () => {
  test.each([
    ['5', 5],
    ['пять', 5],
    ['пятёрка', 5],
    ['4 балла', 4],
    ['ставлю 4', 4],
    ['4 из 5', 4],
    ['3/5', 3],
    ['⭐⭐⭐', 3],
    ['★★★★☆', 4],
    ['5️⃣', 5],
    ['5!', 5],
    ['five', 5],
  ])('«%s» is %i', (text, mark) => {
    const talk = talkTo(bot({ rating: true, ratingTo: 'mark', outcome: 'solved' }));
    expect(talk.customer('привет')).toEqual([QUESTION]);
    expect(talk.customer(text)).toEqual([]);
    expect(talk.state).toMatchObject({ phase: 'ended', variables: { mark }, wait: null });
    expect(goals(talk)).toEqual([`rating ${String(mark)}`]);
  });

  test.each([
    '0',
    '6',
    '10',
    '4,5',
    'у меня 2 вопроса',
    'спасибо',
    '5 или 4',
    '',
    '⭐⭐⭐⭐⭐⭐',
    'от 1 до 5',
    '+7 999 123',
  ])('«%s» is none', (text) => {
    expect(readMark(text, 'ru')).toBeNull();
  });

  test('what is no mark gets one hint, then the end', () => {
    const talk = talkTo(bot({ rating: true, ratingTo: 'mark' }));
    talk.customer('привет');
    expect(talk.customer('всё хорошо')).toEqual(['Напишите число от 1 до 5: пять — отлично.']);
    expect(talk.customer('не знаю')).toEqual([]);
    expect(talk.state).toMatchObject({ phase: 'ended', variables: {} });
    expect(goals(talk)).toEqual([]);
  });

  test('a mark after the hint still counts', () => {
    const talk = talkTo(bot({ rating: true }));
    talk.customer('привет');
    talk.customer('всё хорошо');
    talk.customer('4');
    expect(goals(talk)).toEqual(['rating 4']);
  });

  test('commands and people are heard meanwhile', () => {
    const talk = talkTo(bot({ text: 'Пока', rating: true }));
    talk.customer('привет');
    expect(talk.customer('меню')).toEqual(['Пока', QUESTION]);
    expect(talk.customer('оператор')).toEqual(['Зову людей']);
  });

  test('whoever does not answer is left in peace after a day, and the lead goes where its status says', () => {
    const talk = talkTo(bot({ rating: true, status: 'st_order' }));
    expect(talk.customer('привет')).toEqual([QUESTION]);
    expect(talk.state.owner).toBe('bot');
    expect(talk.passes('25h')).toEqual([]);
    expect(talk.state).toMatchObject({ phase: 'ended', owner: 'off' });
    expect(talk.customer('спасибо')).toEqual([]);
  });

  test('in a sub-flow the mark is taken before it comes back', () => {
    const main = drawBot().start('call').node('call', 'call', { flow: 'sub' }, { solved: 'thanks' });
    const sub = drawBot()
      .start('end')
      .end('end', 'Готово', { outcome: 'solved', rating: { text: 'Ваша оценка?' } });
    const talk = talkTo(withFlows(main.message('thanks', 'Спасибо'), { sub }));
    expect(talk.customer('привет')).toEqual(['Готово', 'Ваша оценка?']);
    expect(talk.customer('5')).toEqual(['Спасибо']);
  });

  test.each<[unknown, string[]]>([
    [true, [QUESTION]],
    ['1-5', [QUESTION]],
    [5, [QUESTION]],
    ['Как мы вам?', ['Как мы вам?']],
    [{ text: 'Как мы вам?', saveTo: 'mark' }, ['Как мы вам?']],
    [{ enabled: false }, []],
    [false, []],
    ['off', []],
  ])('written as %o', (rating, said) => {
    expect(talkTo(bot({ rating })).customer('привет')).toEqual(said);
  });
});

describe('problems of an end', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [{ outcome: 'Перезвонить', text: 'Пока', status: 'st_order', rating: true, ratingTo: 'mark' }, []],
    [{ outcome: 'о'.repeat(31) }, ['W-NAMELEN outcome']],
    [{ text: 'т'.repeat(301) }, ['W-LEN text']],
    [{ status: 'gone' }, ['E-REF status']],
    [{ rating: true, ratingTo: 'gone' }, ['E-VAR ratingTo']],
    [{ rating: true, ratingTo: '1st' }, ['E-VARNAME ratingTo']],
    [{ ratingTo: 'gone' }, []],
    [{ rating: '{{nobody}}, как мы вам?' }, ['E-VAR undefined']],
  ])('%o', (data, expected) => {
    const found = findProblems(bot(data)).flatMap((problem) =>
      problem.node === 'end' ? [`${problem.code} ${String(problem.field)}`] : [],
    );
    expect(found).toEqual(expected);
  });
});
