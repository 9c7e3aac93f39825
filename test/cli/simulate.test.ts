import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { dialogram, linesOf, start } from './dialogram.ts';

function shop(bot = cakeShop().settings({ resumeWord: 'бот' }).build()): string {
  const path = join(tempFolder(), 'shop.dialogram.json');
  writeFileSync(path, writeBot(bot));
  return path;
}

const said = (lines: Record<string, unknown>[]): unknown[] =>
  lines.filter((line) => line.from === 'bot').map((line) => line.text);
const MENU = 'Что вас интересует?\n1 — О нас\n2 — Каталог\n3 — Оператор на связи';

describe('dialogram simulate', () => {
  test('plays a conversation from a pipe', async () => {
    const ended = await dialogram(['simulate', shop(), '--json'], 'привет\n1\n');
    expect(ended).toMatchObject({ status: 0, err: '' });
    const lines = ended.lines();
    expect(said(lines)).toEqual(['Здравствуйте!', MENU, 'Мы печём торты', MENU]);
    expect(lines[0]).toEqual({
      from: 'bot',
      text: 'Здравствуйте!',
      node: 'hello',
      at: Date.parse('2026-11-18T10:00+03:00'),
    });
    expect(lines.at(-1)).toMatchObject({ from: 'system', event: 'waiting', node: 'menu' });
  });

  test('answers each line as it comes', async () => {
    const child = start(['simulate', shop(), '--json']);
    const next = linesOf(child);
    child.stdin.write('привет\n');
    expect([(await next()).text, (await next()).text, (await next()).event]).toEqual([
      'Здравствуйте!',
      MENU,
      'waiting',
    ]);
    child.stdin.write('2\n');
    expect((await next()).text).toContain('1 — Торты');
    child.stdin.end();
  });

  test('plays the operator, the manager and time', async () => {
    const input = [
      'привет',
      '3',
      'вы тут?',
      '/operator Да, слушаю',
      'хочу торт',
      '/manager  первичное касание ',
      '/manager Уехал на склад',
      '1',
      '/advance 25h',
      'меню',
      '',
    ].join('\n');
    const lines = (await dialogram(['simulate', shop(), '--json'], input)).lines();
    const events = lines.filter((line) => line.from === 'system' && line.event !== 'waiting');
    expect(
      events.map(({ event, status, owner, reason }) => ({
        event,
        ...(status === undefined ? {} : { status }),
        ...(owner === undefined ? {} : { owner }),
        ...(reason === undefined ? {} : { reason }),
      })),
    ).toEqual([
      { event: 'status', status: 'st_human' },
      { event: 'owner', owner: 'human', reason: 'handoff' },
      { event: 'silent', reason: 'human' },
      { event: 'silent', reason: 'human' },
      { event: 'status', status: 'st_first' },
      { event: 'owner', owner: 'bot', reason: 'status' },
      { event: 'status', status: null },
      { event: 'owner', owner: 'off', reason: 'status' },
      { event: 'silent', reason: 'off' },
      { event: 'advanced' },
      { event: 'owner', owner: 'bot', reason: 'command' },
    ]);
    expect(said(lines)).toEqual(['Здравствуйте!', MENU, 'Зову людей', 'Снова на связи бот.', MENU, MENU]);
  });

  test('begins anew, on another channel', async () => {
    const bot = drawBot().start('m').message('m', 'Вы из {{channel}}').command('c', ['где'], 'm').build();
    const lines = (
      await dialogram(['simulate', shop(bot), '--json'], 'привет\n/channel whatsapp2\n/new\nпривет\n')
    ).lines();
    expect(said(lines)).toEqual(['Вы из test', 'Вы из whatsapp2']);
    expect(lines.some((line) => line.event === 'new')).toBe(true);
  });

  test('a line that is no command is told of, and the talk goes on', async () => {
    const ended = await dialogram(['simulate', shop(), '--json'], '/dance\n/advance soon\nпривет\n');
    expect(ended.status).toBe(0);
    const lines = ended.lines();
    expect(lines.slice(0, 2)).toMatchObject([{ event: 'badCommand' }, { event: 'badCommand' }]);
    expect(said(lines)).toHaveLength(2);
  });

  test('plays what the world around does: values, refusals, pictures', async () => {
    const bot = drawBot()
      .variable('size')
      .start('s')
      .status('s', 'st_work', { next: 'yes', failed: 'no' })
      .message('yes', 'Размер {{size}}')
      .message('no', 'Не вышло')
      .command('c', ['ещё'], 's')
      .build();
    const input =
      '/set size L\n/refuse\nпривет\n/accept\nещё\n/http s {}\n/choose gone a\n/image https://e.org/1.png\n';
    const lines = (await dialogram(['simulate', shop(bot), '--json'], input)).lines();
    expect(said(lines)).toEqual(['Не вышло', 'Размер L']);
    expect(lines.filter(({ event }) => event === 'badCommand').map(({ text }) => text)).toEqual([
      expect.stringContaining('block “s” makes no requests') as string,
      expect.stringContaining('the bot has no block “gone”') as string,
    ]);
  });

  test('a draft with problems can be tried', async () => {
    const lines = (
      await dialogram(
        ['simulate', shop(drawBot().start('m').message('m', 'Привет', 'gone').build()), '--json'],
        'привет\n',
      )
    ).lines();
    expect(said(lines)).toEqual(['Привет']);
    expect(lines.some((line) => line.event === 'failure' && line.what === 'missingNode')).toBe(true);
  });

  test('begins when it is told to', async () => {
    const bot = drawBot()
      .hours({ mon: [['09:00', '18:00']] })
      .start('people')
      .handoff('people', { outsideHours: 'Закрыто' })
      .build();
    const lines = (
      await dialogram(['simulate', shop(bot), '--json', '--at', '2026-11-22T12:00+03:00'], 'привет\n')
    ).lines();
    expect(said(lines)).toEqual(['Закрыто']);
  });

  test('what Windows puts before a text is none of the first line', async () => {
    const lines = (
      await dialogram(['simulate', shop(), '--json'], '\uFEFF/operator Добрый день\r\nпривет\r\n')
    ).lines();
    expect(lines[0]).toMatchObject({ event: 'owner', owner: 'human' });
    expect(said(lines)).toEqual([]);
  });

  test('a time beyond all calendars is no time, and no fault', async () => {
    const input = 'привет\n/advance 9999999999999d\n/advance 36000d\n1\n';
    const ended = await dialogram(['simulate', shop(), '--json'], input);
    expect(ended).toMatchObject({ status: 0, err: '' });
    expect(ended.lines().filter(({ event }) => event === 'badCommand')).toHaveLength(1);
    expect(said(ended.lines()).at(-1)).toBe(MENU);
    expect(await dialogram(['simulate', shop(), '--at', '+275760-01-01T00:00Z'])).toMatchObject({ status: 2, out: '' });
  });

  test('for people it reads like a chat', async () => {
    const ended = await dialogram(['simulate', shop(), '--language', 'ru'], 'привет\n');
    expect(ended.out).toBe('');
    expect(ended.err).toContain('Бот: Здравствуйте!');
  });
});
