import { expect, test } from 'vitest';
import { statusNews } from '../../engine/runtime/statusNews.ts';

test.each([
  ['the same of the bot’s', { status: 'a' }, { status: 'a' }, 'same'],
  ['another of the bot’s', { status: 'a' }, { status: 'b' }, 'moved'],
  ['out of the bot’s', { status: 'a' }, { status: null, elsewhere: '7' }, 'moved'],
  ['nothing is known', { status: null }, { status: null }, 'same'],
  ['the first that is known', { status: null }, { status: null, elsewhere: '7' }, 'learnt'],
  ['the same elsewhere', { status: null, elsewhere: '7' }, { status: null, elsewhere: '7' }, 'same'],
  ['another elsewhere', { status: null, elsewhere: '7' }, { status: null, elsewhere: '8' }, 'moved'],
  ['into the bot’s', { status: null, elsewhere: '7' }, { status: 'a' }, 'moved'],
  ['elsewhere is not told', { status: null, elsewhere: '7' }, { status: null }, 'same'],
] as const)('%s', (_, state, told, news) => {
  expect(statusNews(told, state)).toBe(news);
});
