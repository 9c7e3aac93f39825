import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { dialogram } from './dialogram.ts';

function file(text: string): string {
  const path = join(tempFolder(), 'bot.dialogram.json');
  writeFileSync(path, text);
  return path;
}

interface Found {
  readonly deadEnds: readonly { node: string; exit?: string; message: string; example: string[] }[];
  readonly loops: readonly { cycle: string[]; example: string[] }[];
}

const broken = drawBot()
  .start('menu')
  .menu('menu', 'Что вас интересует?', { about: 'О нас', round: 'По кругу' })
  .message('about', 'Мы печём торты')
  .node('round', 'jump', { node: 'round' })
  .message('lost', 'Никто не придёт')
  .end('bye')
  .build();

test('a sound bot: nothing found, status 0, one document', async () => {
  const ended = await dialogram(['explore', file(writeBot(cakeShop().build())), '--json']);
  expect(ended).toMatchObject({ status: 0, err: '' });
  expect(ended.json()).toMatchObject({ deadEnds: [], loops: [], unreachable: [], truncated: false });
});

test('a broken bot: status 1, and each example plays in simulate and shows it', async () => {
  const path = file(writeBot(broken));
  const ended = await dialogram(['explore', path, '--json', '--language', 'ru']);
  expect(ended.status).toBe(1);
  const found = ended.json() as Found;
  expect(found).toMatchObject({
    deadEnds: [{ node: 'about', exit: 'next', message: expect.stringContaining('остановится') as string }],
    loops: [{ cycle: ['round'] }],
    unreachable: [{ node: 'bye' }, { node: 'lost' }],
    truncated: false,
  });
  const [dead] = found.deadEnds;
  const talk = await dialogram(['simulate', path, '--json'], `${(dead?.example ?? []).join('\n')}\n`);
  expect(talk.lines().at(-1)).toMatchObject({ from: 'system', event: 'ended' });
  const [loop] = found.loops;
  const circle = await dialogram(['simulate', path, '--json'], `${(loop?.example ?? []).join('\n')}\n`);
  expect(circle.lines()).toContainEqual(expect.objectContaining({ event: 'failure', what: 'loop' }));
});

test('for people: the place, the sentence and the conversation, on stderr', async () => {
  const ended = await dialogram(['explore', file(writeBot(broken)), '--language', 'ru']);
  expect(ended.out).toBe('');
  expect(ended.err).toContain('Главный / about: После выхода «Дальше» разговор остановится');
  expect(ended.err).toContain('    > Здравствуйте\n    > 1\n');
});

test('a bound is kept and told; what is no bound is refused', async () => {
  const path = file(writeBot(cakeShop().build()));
  expect((await dialogram(['explore', path, '--json', '--states', '2'])).json()).toMatchObject({
    states: 2,
    truncated: true,
  });
  expect((await dialogram(['explore', path, '--states', 'many'])).status).toBe(2);
  expect((await dialogram(['explore'])).status).toBe(2);
  expect((await dialogram(['explore', join(tempFolder(), 'nothing.json')])).status).toBe(2);
});
