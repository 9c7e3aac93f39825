import { describe, expect, test } from 'vitest';
import type { ContactLine, LeadUpdate } from '../../engine/ports/channel.ts';
import { writtenDetails } from '../../engine/umnico/leadDetails.ts';

const phone = (value: string): ContactLine => ({ field: 'phone', label: 'Телефон', value });
type Update = Partial<LeadUpdate>;

describe('the comment of a lead', () => {
  test.each<[string, string, Update, string]>([
    ['is begun', '', { comment: ' Заказ ' }, 'Заказ'],
    ['grows below', 'Старое', { comment: 'Заказ' }, 'Старое\nЗаказ'],
    ['does not say the same twice in a row', 'Старое\nЗаказ', { comment: 'Заказ' }, 'Старое\nЗаказ'],
    ['does say it again later', 'Заказ\nЗвонил', { comment: 'Заказ' }, 'Заказ\nЗвонил\nЗаказ'],
    ['is not taken for said by its end', 'Дозаказ', { comment: 'заказ' }, 'Дозаказ\nзаказ'],
    ['may be of many lines', 'Старое', { comment: 'а\nб' }, 'Старое\nа\nб'],
    ['is replaced', 'Старое', { comment: 'Новое', replaceComment: true }, 'Новое'],
    ['is not replaced by nothing', 'Старое ', { comment: ' ', replaceComment: true }, 'Старое '],
    ['keeps its blanks where nothing is written', 'Старое \n', {}, 'Старое \n'],
    ['takes a line about the customer', 'Старое', { contacts: [phone('1')] }, 'Старое\nТелефон: 1'],
    [
      'takes it before what is said last',
      'Старое',
      { comment: 'Заказ', contacts: [phone('1')] },
      'Старое\nТелефон: 1\nЗаказ',
    ],
    ['takes it when the rest stands there', 'Заказ', { comment: 'Заказ', contacts: [phone('1')] }, 'Телефон: 1\nЗаказ'],
    ['keeps an older line', 'Телефон: 1\nДа', { contacts: [phone('2')], keepExisting: true }, 'Телефон: 1\nДа'],
    ['fills an empty line', 'Телефон:\nДа', { contacts: [phone('2')], keepExisting: true }, 'Телефон: 2\nДа'],
    ['writes over an older line', 'Телефон: 1\nДа', { contacts: [phone('2')] }, 'Телефон: 2\nДа'],
    ['does not mistake another label', 'Телефон мужа: 1', { contacts: [phone('2')] }, 'Телефон мужа: 1\nТелефон: 2'],
    ['keeps a value to its line', '', { contacts: [phone('1\n2')] }, 'Телефон: 1 2'],
    [
      'loses older lines when replaced',
      'Телефон: 1',
      { comment: 'Да', replaceComment: true, contacts: [phone('2')] },
      'Телефон: 2\nДа',
    ],
  ])('%s', (_, before, update, after) => {
    expect(writtenDetails(before, { keepExisting: false, ...update })).toBe(after);
  });

  test.each<Update>([
    { comment: 'Заказ' },
    { comment: 'а\nб', contacts: [phone('1')] },
    { comment: 'Новое', replaceComment: true, contacts: [phone('1'), { field: 'name', label: 'Имя', value: 'Анна' }] },
    { comment: 'Телефон: 1', contacts: [phone('1')] },
  ])('is the same after %j twice', (update) => {
    for (const before of ['', 'Старое', 'Телефон: 5\nСтарое', 'Заказ', 'а\nб']) {
      const once = writtenDetails(before, { keepExisting: false, ...update });
      expect(writtenDetails(once, { keepExisting: false, ...update })).toBe(once);
    }
  });
});
