import { expect, test, vi } from 'vitest';
import { emptyTemplate } from '../../../engine/flow/templates/emptyTemplate.ts';
import { setOwnTimeZone } from '../../../renderer/flows/ownTimeZone.ts';
import { startScriptedEngine } from '../bridge/scriptedEngine.ts';

const bot = emptyTemplate('ru');

function onComputerIn(timeZone: string) {
  const usual = Intl.DateTimeFormat().resolvedOptions();
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...usual, timeZone });
  return startScriptedEngine({
    'bots.open': () => ({ bot, revision: 1 }),
    'bots.save': () => ({ revision: 2 }),
  });
}

test('a bot made in Almaty opens and closes by the clocks of Almaty', async () => {
  const engine = onComputerIn('Asia/Almaty');
  await setOwnTimeZone(bot.id);
  expect(engine.paramsOf('bots.save')).toEqual([{ id: bot.id, base: 1, bot: { ...bot, timeZone: 'Asia/Almaty' } }]);
});

test.each(['UTC', 'Etc/UTC', bot.timeZone ?? ''])('nothing is written on a computer that says %s', async (zone) => {
  const engine = onComputerIn(zone);
  await setOwnTimeZone(bot.id);
  expect(engine.paramsOf('bots.save')).toEqual([]);
});
