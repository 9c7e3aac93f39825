import { describe, expect, test } from 'vitest';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

const asking = (data: Record<string, unknown>) =>
  drawBot()
    .variable('x')
    .list('colour', [{ value: 'красный', synonyms: ['алый'] }, { value: 'синий' }])
    .start('q')
    .question('q', 'Вопрос?', { saveTo: 'x', ...data }, { answered: 'ok', failed: 'no' })
    .message('ok', 'Есть: {{x|пусто}}')
    .message('no', 'Нет');

describe('an answer is read as what was asked for', () => {
  test.each([
    [{ answer: 'text' }, 'как угодно', 'как угодно'],
    [{ answer: 'number' }, 'двенадцать', 12],
    [{ answer: 'number', min: 1, max: 20 }, '12 штук', 12],
    [{ answer: 'phone' }, '8 (916) 123-45-67', '+79161234567'],
    [{ answer: 'email' }, 'моя почта anna@example.ru', 'anna@example.ru'],
    [{ answer: 'yesno' }, 'конечно', true],
    [{ answer: 'name' }, 'меня зовут ольга', 'Ольга'],
    [{ answer: 'date' }, 'завтра', '2026-11-19'],
    [{ answer: 'time' }, 'в 18:30', '18:30'],
    [{ answer: 'entity', entity: 'colour' }, 'хочу алый', 'красный'],
    [{ answer: 'pattern', pattern: '\\d{5}' }, '10482', '10482'],
    [{}, 'что угодно', 'что угодно'],
  ])('%o: «%s» → %o', (data, said, kept) => {
    const talk = talkTo(asking(data).build());
    talk.customer('привет');
    talk.customer(said);
    expect(talk.state.variables['x']).toEqual(kept);
  });

  test('a file is an answer where one is asked for', () => {
    const talk = talkTo(asking({ answer: 'file' }).build());
    talk.customer('привет');
    expect(talk.customer('вот')).toEqual(['Пришлите файл или фото.']);
  });
});

describe('an answer that does not fit', () => {
  test.each([
    [{ answer: 'number', min: 5 }, '3', 'Нужно число, например 12.'],
    [{ answer: 'phone' }, '123', 'Нужен номер телефона, например +7 916 123-45-67.'],
    [{ answer: 'yesno' }, 'зелёный', 'Ответьте «да» или «нет».'],
    [{ answer: 'number', hint: 'Цифрами' }, 'много', 'Цифрами'],
  ])('%o: «%s» gets a hint', (data, said, hint) => {
    const talk = talkTo(asking(data).build());
    talk.customer('привет');
    expect(talk.customer(said)).toEqual([hint]);
    expect(talk.at).toBe('q');
  });

  test('leaves by «failed» when the attempts are spent', () => {
    const talk = talkTo(asking({ answer: 'number', attempts: 2 }).build());
    talk.customer('привет');
    talk.customer('много');
    expect(talk.customer('очень')).toEqual(['Нет']);
  });
});

describe('a question', () => {
  test('that may be skipped is', () => {
    const talk = talkTo(asking({ answer: 'number', optional: true }).build());
    talk.customer('привет');
    expect(talk.customer('Пропустить')).toEqual(['Есть: пусто']);
  });

  test('is not asked when the answer is known', () => {
    const bot = asking({ answer: 'number', skipIfKnown: true }).build();
    expect(talkTo(bot, { variables: { x: 7 } }).customer('привет')).toEqual(['Есть: 7']);
    expect(talkTo(bot).customer('привет')).toEqual(['Вопрос?']);
  });

  test('asks whether it understood, takes yes, and asks anew at no', () => {
    const talk = talkTo(asking({ answer: 'number', confirm: true }).build());
    talk.customer('привет');
    expect(talk.customer('двенадцать')).toEqual(['Верно: 12? Да / Нет']);
    expect(talk.customer('нет')).toEqual(['Вопрос?']);
    talk.customer('13');
    expect(talk.customer('да')).toEqual(['Есть: 13']);
    expect(talk.state.variables['x']).toBe(13);
  });
});
