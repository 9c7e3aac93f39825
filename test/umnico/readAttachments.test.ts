import { expect, test } from 'vitest';
import { readAttachments } from '../../engine/umnico/readAttachments.ts';

test.each([
  ['filesize', { type: 'photo', url: 'https://a.example/1.jpg', filesize: 2_048 }],
  ['size', { type: 'photo', url: 'https://a.example/1.jpg', size: 2_048 }],
  ['inside the payload', { type: 'photo', payload: { url: 'https://a.example/1.jpg', size: 2_048 } }],
])('the size of a file, as its channel tells it: %s', (_, entry) => {
  expect(readAttachments([entry]).attachments).toEqual([
    { type: 'image', url: 'https://a.example/1.jpg', size: 2_048 },
  ]);
});

test('a size that is no figure is none', () => {
  expect(readAttachments([{ type: 'doc', url: 'https://a.example/1.pdf', filesize: '2 KB' }]).attachments).toEqual([
    { type: 'doc', url: 'https://a.example/1.pdf' },
  ]);
});
