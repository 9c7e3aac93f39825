import { expect, test } from 'vitest';
import type { AnswerRules } from '../../../engine/nlu/entities/answer.ts';
import { readAnswer } from '../../../engine/nlu/entities/readAnswer.ts';

type File = AnswerRules['attachments'][number];
const read = (attachments: File[], more: Partial<AnswerRules> = {}) =>
  readAnswer('file', '', { now: 0, timeZone: 'UTC', language: 'ru', attachments, ...more });
const file = (type: string, name: string, size?: number): File => ({
  type,
  url: `https://files.example/${name}`,
  ...(size === undefined ? {} : { size }),
});

test.each<[AnswerRules['fileType'], string, string, string | true]>([
  [undefined, 'image', 'a.jpg', true],
  [undefined, 'doc', 'a.pdf', true],
  [undefined, 'audio', 'a.ogg', true],
  ['image', 'image', 'a', true],
  ['image', 'photo', 'a', true],
  ['image', 'file', 'a.JPEG', true],
  ['image', 'doc', 'a.pdf', 'notImage'],
  ['image', 'video', 'a.jpg', 'notImage'],
  ['image', 'sticker', 'a.webp', 'notImage'],
  ['document', 'doc', 'a.pdf', true],
  ['document', 'file', 'a', true],
  ['document', 'image', 'a.jpg', 'notDocument'],
  ['document', 'file', 'a.png', 'notDocument'],
  ['document', 'audio', 'a.ogg', 'notDocument'],
])('%s asked, %s %s came: %s', (fileType, type, name, expected) => {
  const answer = read([file(type, name)], fileType === undefined ? {} : { fileType });
  expect(answer.ok || answer.reason).toBe(expected);
});

test('too big is refused; a size nobody told passes', () => {
  const limit = { maxMegabytes: 5 };
  expect(read([file('image', 'a.jpg', 5 * 1_048_576)], limit).ok).toBe(true);
  expect(read([file('image', 'a.jpg', 5 * 1_048_576 + 1)], limit)).toEqual({ ok: false, reason: 'fileTooBig' });
  expect(read([file('image', 'a.jpg')], limit).ok).toBe(true);
});

test('several at once are all kept, those that do not fit are not', () => {
  const answer = read([file('image', '1.jpg'), file('doc', 'x.pdf'), file('image', '2.jpg')], { fileType: 'image' });
  expect(answer).toEqual({
    ok: true,
    value: 'https://files.example/1.jpg',
    shown: '1.jpg, 2.jpg',
    all: ['https://files.example/1.jpg', 'https://files.example/2.jpg'],
  });
});

test('a link that never came is no file', () => {
  expect(read([{ type: 'image', url: '' }])).toEqual({ ok: false, reason: 'noFile' });
});
