import { call } from '../bridge.ts';

/**
 * A fresh bot keeps the hours of the computer it was made on, not those of the template's shop. A computer that lives by
 * universal time has not been told where it stands. When it can't be written the template's zone stays: Settings show it.
 */
export async function setOwnTimeZone(id: string): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (!timeZone.includes('/') || timeZone.startsWith('Etc/')) return;
  const opened = await call('bots.open', { id });
  if (!opened.ok || opened.value.bot.timeZone === timeZone) return;
  const { bot, revision } = opened.value;
  await call('bots.save', { id, base: revision, bot: { ...bot, timeZone } });
}
